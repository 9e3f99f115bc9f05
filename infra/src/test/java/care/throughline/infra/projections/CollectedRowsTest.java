package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CollectedRowsTest {

    private final CollectedRows batch = new CollectedRows();
    private final List<String> written = new ArrayList<>();
    private final Consumer<List<String>> together = this::write;

    @Test
    void rows_of_a_batch_are_written_together_in_their_order_before_it_commits() {
        UnitOfWork<?> unit = collecting();
        batch.write("one", together);
        batch.write("two", together);
        assertThat(written).isEmpty();

        unit.commit();

        assertThat(written).containsExactly("one two");
    }

    @Test
    void where_no_batch_runs_a_row_is_written_at_once() {
        batch.write("one", together);
        batch.write("two", together);

        assertThat(written).containsExactly("one", "two");
    }

    @Test
    void a_statement_that_has_to_see_them_is_preceded_by_the_rows_so_far() {
        UnitOfWork<?> unit = collecting();
        batch.write("one", together);

        JdbcClient.StatementSpec statement =
                batch.seeing(JdbcClient.create(new DriverManagerDataSource())).sql("select 1");

        assertThat(statement).isNotNull();
        assertThat(written).containsExactly("one");
        batch.write("two", together);
        unit.commit();
        assertThat(written).containsExactly("one", "two");
    }

    @Test
    void nothing_is_written_of_a_batch_that_is_rolled_back() {
        UnitOfWork<?> unit = collecting();
        batch.write("one", together);

        unit.rollback();

        assertThat(written).isEmpty();
    }

    @Test
    void rows_of_one_key_are_written_in_their_order_and_never_together_before_those_without_a_key() {
        Consumer<List<String>> others = rows -> written.add("others: " + String.join(" ", rows));
        UnitOfWork<?> unit = collecting();
        batch.write("late", others);
        batch.write("a", "a1", together);
        batch.write("b", "b1", together);
        batch.write("a", "a2", others);
        batch.write("a", "a3", together);
        batch.write("b", "b2", together);

        unit.commit();

        assertThat(written).containsExactly("a1 b1", "others: a2", "b2", "a3", "others: late");
    }

    private void write(List<String> rows) {
        written.add(String.join(" ", rows));
    }

    private static UnitOfWork<?> collecting() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        CollectedRows.collectIn(unit, Runnable::run);
        return unit;
    }
}
