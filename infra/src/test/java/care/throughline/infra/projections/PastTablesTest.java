package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import care.throughline.query.Batch;
import care.throughline.query.Projection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SuppressWarnings("NullAway.Init") // opened before each test
class PastTablesTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.empty();

    private JdbcClient db;
    private TransactionTemplate transaction;
    private Projection notebook;
    private String name;
    private PastTables tables;

    @BeforeEach
    void open() {
        JdbcTransactionManager transactions = new JdbcTransactionManager(POSTGRES.owner());
        db = JdbcClient.create(POSTGRES.owner());
        transaction = new TransactionTemplate(transactions);
        notebook = new Notebook(db, Batch.NONE, "notebook", 1);
        name = PastTables.nameOf(notebook);
        tables = new PastTables(db, transactions);
    }

    @Test
    void what_was_seen_is_cut_out_of_the_files_of_the_tables_which_stay() {
        String schema = look(taken -> {});
        assertThat(files(schema)).as("after a look").isPositive();
        tables.clean(Set.of(name));
        assertThat(files(schema)).as("when it is clean").isZero();
        look(taken -> assertThat(taken.schemas()).contains(schema));
    }

    @Test
    void a_set_belongs_to_one_look_at_a_time_and_is_not_cleaned_meanwhile() {
        look(taken -> {
            tables.clean(Set.of());
            look(other -> assertThat(other.number()).isNotEqualTo(taken.number()));
        });
        assertThat(files(PastTables.schemaOf(1, name))).isPositive();
    }

    @Test
    void tables_that_no_read_model_has_any_more_are_dropped() {
        look(taken -> {});
        tables.clean(Set.of("notebook_00000000"));
        look(taken -> assertThat(taken.schemas()).doesNotContain(PastTables.schemaOf(taken.number(), name)));
    }

    /** Looks within a transaction of its own, has a line written, and goes back. */
    private String look(Consumer<PastTables.Taken> look) {
        TransactionTemplate own = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return Objects.requireNonNull(own.execute(status -> {
            status.setRollbackOnly();
            PastTables.Taken taken = tables.take(1);
            String schema = PastTables.schemaOf(taken.number(), name);
            look.accept(taken);
            if (!taken.schemas().contains(schema)) {
                tables.create(schema, notebook);
            }
            db.sql("insert into " + schema + ".line values (1, 'a', 'b')").update();
            return schema;
        }));
    }

    private long files(String schema) {
        List<Long> sizes = db.sql(
                        "select pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) from pg_tables where schemaname = ?")
                .param(schema)
                .query(Long.class)
                .list();
        assertThat(sizes).isNotEmpty();
        return sizes.stream().mapToLong(size -> size).sum();
    }
}
