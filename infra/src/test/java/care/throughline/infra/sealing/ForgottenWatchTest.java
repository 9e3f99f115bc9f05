package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.infra.database.Database;
import care.throughline.infra.database.Schemas;
import care.throughline.infra.testing.PostgresForTests;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes with a vault each, on one database. */
@SuppressWarnings("try") // a watch works while it is open
class ForgottenWatchTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.empty();

    private static final PatientId ADA = new PatientId("pat_ada");
    private static final PatientId BEN = new PatientId("pat_ben");
    private static final byte[] PLAIN = "Ada Lovelace".getBytes(UTF_8);

    @BeforeAll
    static void migrate() {
        Schemas.migrate(new Database(POSTGRES.url(), "postgres", null));
    }

    @Test
    void a_key_that_one_node_forgets_is_dropped_by_the_other_when_it_hears_of_it() throws Exception {
        Vault here = vault();
        Vault there = vault();
        CountDownLatch listening = letsGo(there);
        try (ForgottenWatch watch = new ForgottenWatch(POSTGRES.as("throughline_vault"), there)) {
            assertThat(listening.await(20, TimeUnit.SECONDS)).isTrue();
            byte[] sealed = here.seal(ADA, PLAIN);
            assertThat(there.open(ADA, sealed)).hasValue(PLAIN);

            CountDownLatch heard = letsGo(there);
            here.forget(List.of(ADA.value()));

            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(there.open(ADA, sealed)).isEmpty();
        }
    }

    @Test
    void a_node_whose_line_was_cut_asks_again_about_everybody() throws Exception {
        Vault here = vault();
        Vault there = vault();
        CountDownLatch listening = letsGo(there);
        try (ForgottenWatch watch = new ForgottenWatch(POSTGRES.as("throughline_vault"), there)) {
            assertThat(listening.await(20, TimeUnit.SECONDS)).isTrue();
            byte[] sealed = here.seal(BEN, PLAIN);
            assertThat(there.open(BEN, sealed)).hasValue(PLAIN);
            CountDownLatch again = letsGo(there);

            new JdbcTemplate(POSTGRES.owner())
                    .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and (query like 'listen %' or query = 'select 1')");

            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
            vault().forget(List.of(BEN.value()));
            assertThat(there.open(BEN, sealed)).isEmpty();
        }
    }

    private static CountDownLatch letsGo(Vault vault) {
        CountDownLatch latch = new CountDownLatch(1);
        vault.whenForgotten(latch::countDown);
        return latch;
    }

    private static Vault vault() {
        return new Vault(TestVaults.masters(1), new KeyTable(POSTGRES.as("throughline_vault")));
    }
}
