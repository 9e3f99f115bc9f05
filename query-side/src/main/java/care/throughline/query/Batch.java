package care.throughline.query;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a projection write what several events change together; infra knows which events are applied in one transaction. */
public interface Batch {

    /** Every event by itself. */
    Batch NONE = new Batch() {
        @Override
        public <T> void write(T row, Consumer<List<T>> together) {
            together.accept(List.of(row));
        }

        @Override
        public <T> void write(String key, T row, Consumer<List<T>> together) {
            together.accept(List.of(row));
        }

        @Override
        public JdbcClient seeing(JdbcClient db) {
            return db;
        }
    };

    /**
     * Keeps the row until all events of the running batch are handled, then has it written with the others, in their order
     * and in the transaction of the batch; at once where no batch runs.
     *
     * @param together writes rows, at least one; the same object for all rows that are to be written together
     */
    <T> void write(T row, Consumer<List<T>> together);

    /**
     * As above, for rows that change something by its key: of those with the same key the earlier is written before the later,
     * whoever writes them, and never together with it. Rows of different keys must not mind each other's order. All these are
     * written before the rows without a key.
     */
    <T> void write(String key, T row, Consumer<List<T>> together);

    /** The client with every statement preceded by what the batch has kept so far, so that it sees and follows it. */
    JdbcClient seeing(JdbcClient db);
}
