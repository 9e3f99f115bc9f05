package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.PatientId;
import care.throughline.infra.database.Database;
import care.throughline.infra.database.Schemas;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyTableTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.empty();

    private static final PatientId ADA = new PatientId("pat_ada");
    private static final byte[] PLAIN = "Ada Lovelace".getBytes(UTF_8);

    private JdbcTemplate owner;
    private KeyTable table;

    @BeforeAll
    static void migrate() {
        Schemas.migrate(new Database(POSTGRES.url(), "postgres", null));
    }

    @BeforeEach
    void empty_vault() {
        owner = new JdbcTemplate(POSTGRES.owner());
        owner.execute("truncate vault.key");
        table = new KeyTable(POSTGRES.as("throughline_vault"));
    }

    @Test
    void sealed_data_opens_on_another_node() {
        byte[] sealed = node().seal(ADA, PLAIN);
        assertThat(node().open(ADA, sealed)).hasValue(PLAIN);
        assertThat(table.any()).isTrue();
    }

    @Test
    void nodes_that_seal_for_the_first_time_at_once_agree_on_the_key() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<byte[]>> tasks = Stream.generate(this::node)
                    .limit(16)
                    .<Callable<byte[]>>map(node -> () -> node.seal(ADA, PLAIN))
                    .toList();
            for (Future<byte[]> sealed : pool.invokeAll(tasks)) {
                assertThat(node().open(ADA, sealed.get())).hasValue(PLAIN);
            }
        }
        assertThat(count()).isEqualTo(1);
    }

    /** Were the key part of the transaction, the next event would be sealed with a key that exists nowhere but in a cache. */
    @Test
    void a_key_survives_the_transaction_in_which_it_was_made() {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(POSTGRES.owner());
        Vault node = new Vault(TestVaults.masters(1), new KeyTable(POSTGRES.owner()));
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                    node.seal(ADA, PLAIN);
                    throw new IllegalStateException("the command fails after sealing");
                }))
                .hasMessageContaining("after sealing");
        byte[] later = node.seal(ADA, PLAIN);
        assertThat(node().open(ADA, later)).hasValue(PLAIN);
    }

    @Test
    void a_second_node_that_waits_for_the_first_takes_its_key() throws Exception {
        Vault first = node();
        try (Connection slow = POSTGRES.as("throughline_vault").getConnection();
                ExecutorService pool = Executors.newSingleThreadExecutor()) {
            slow.setAutoCommit(false);
            insert(slow);
            Future<byte[]> sealed = pool.submit(() -> first.seal(ADA, PLAIN));
            Eventually.holds("it waits", this::somebodyWaits);
            slow.commit();
            assertThat(node().open(ADA, sealed.get())).hasValue(PLAIN);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_forgotten_key_is_nowhere_in_the_table() {
        byte[] sealed = node().seal(ADA, PLAIN);
        node().forget(List.of(ADA.value()));
        node().forget(List.of(ADA.value()));
        assertThat(node().open(ADA, sealed)).isEmpty();
        assertThat(owner.queryForMap("select wrapped, forgotten_at is not null as forgotten from vault.key"))
                .isEqualTo(nulled(Map.of("forgotten", true)));
    }

    /** The server samples values of a table for its planner, whenever it likes. */
    @Test
    void a_forgotten_key_is_not_in_the_statistics_of_the_table_either() {
        node().seal(ADA, PLAIN);
        node().seal(new PatientId("pat_bea"), PLAIN);
        owner.execute("analyze vault.key");
        assertThat(sampled()).as("the key was sampled, or this proves nothing").isNotEmpty();
        node().forget(List.of(ADA.value()));
        table.scrub();
        assertThat(sampled()).isEmpty();
    }

    private List<String> sampled() {
        return owner.queryForList("""
                select coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') from pg_stats
                where schemaname = 'vault' and tablename = 'key' and attname = 'wrapped'
                  and (most_common_vals is not null or histogram_bounds is not null)
                """, String.class);
    }

    @Test
    void somebody_may_be_forgotten_of_whom_nothing_was_sealed_yet() {
        node().forget(List.of(ADA.value()));
        assertThatThrownBy(() -> node().seal(ADA, PLAIN)).hasMessageContaining("erased");
    }

    @Test
    void a_rotation_wraps_every_key_anew() {
        byte[] sealed = node().seal(ADA, PLAIN);
        MasterKeys both = new MasterKeys(TestVaults.master(2), TestVaults.master(1));
        assertThat(new Rotation(both, table).run()).isEqualTo(1);
        assertThat(new Vault(TestVaults.masters(2), table).open(ADA, sealed)).hasValue(PLAIN);
    }

    @Test
    void a_key_that_changed_in_between_is_not_wrapped_anew() {
        node().seal(ADA, PLAIN);
        KeyRows.Row before =
                Objects.requireNonNull(table.find(List.of("pat_ada")).get("pat_ada"));
        node().forget(List.of("pat_ada"));
        assertThat(table.rewrap("pat_ada", before, TestVaults.masters(2).wrap("pat_ada", new byte[32])))
                .isFalse();
        assertThat(node().areForgotten(List.of("pat_ada"))).isTrue();
    }

    @Test
    void nobody_else_can_look_into_the_vault() {
        for (String role : List.of(Database.APP_ROLE, Database.QUERY_ROLE)) {
            assertThatThrownBy(() -> new KeyTable(POSTGRES.as(role)).any())
                    .as(role)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> new KeyTable(POSTGRES.as(role)).forget("pat_ada", "x"))
                    .as(role)
                    .hasMessageContaining("cannot be written");
        }
    }

    private Vault node() {
        return new Vault(TestVaults.masters(1), table);
    }

    private boolean somebodyWaits() {
        return Boolean.TRUE.equals(owner.queryForObject("""
                select exists (select from pg_stat_activity
                               where datname = current_database() and wait_event_type = 'Lock')
                """, Boolean.class));
    }

    private int count() {
        return table.find(List.of("pat_ada")).size();
    }

    private static void insert(Connection connection) throws SQLException {
        KeyRows.Row row = TestVaults.masters(1).wrap("pat_ada", new byte[MasterKey.LENGTH]);
        try (var statement =
                connection.prepareStatement("insert into vault.key (subject, wrapped, master) values (?, ?, ?)")) {
            statement.setString(1, "pat_ada");
            statement.setBytes(2, row.wrapped());
            statement.setString(3, row.master());
            statement.executeUpdate();
        }
    }

    private static Map<String, Object> nulled(Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("wrapped", null);
        return all;
    }
}
