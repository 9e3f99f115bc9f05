package care.throughline.infra.projections;

import care.throughline.query.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps rows in the unit of work of a batch; where nobody collects, as when a batch is done again with care, keeps none. */
final class CollectedRows implements Batch {

    private static final String KEY = CollectedRows.class.getName();

    /** Collects in this unit of work from now on, if it does not yet; before it commits, {@code last} writes what is left. */
    static void collectIn(UnitOfWork<?> unit, Consumer<Runnable> last) {
        unit.getOrComputeResource(KEY, key -> {
            Kept kept = new Kept();
            unit.onPrepareCommit(preparing -> last.accept(kept::write));
            return kept;
        });
    }

    @Override
    public <T> void write(T row, Consumer<List<T>> together) {
        kept().ifPresentOrElse(kept -> kept.add(row, together), () -> together.accept(List.of(row)));
    }

    @Override
    public JdbcClient seeing(JdbcClient db) {
        return sql -> {
            kept().ifPresent(Kept::write);
            return db.sql(sql);
        };
    }

    private static Optional<Kept> kept() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().getResource(KEY))
                : Optional.empty();
    }

    /** The rows of one batch, by who writes them. */
    private static final class Kept {

        private final Map<Consumer<?>, Rows<?>> rows = new LinkedHashMap<>();

        @SuppressWarnings("unchecked") // the writer of rows of type T was put in with them
        <T> void add(T row, Consumer<List<T>> writer) {
            ((Rows<T>) rows.computeIfAbsent(writer, key -> new Rows<>(writer, new ArrayList<>())))
                    .all()
                    .add(row);
        }

        void write() {
            List<Rows<?>> now = List.copyOf(rows.values());
            rows.clear();
            now.forEach(Rows::write);
        }
    }

    private record Rows<T>(Consumer<List<T>> writer, List<T> all) {
        void write() {
            writer.accept(all);
        }
    }
}
