package care.throughline.infra.projections;

import care.throughline.query.Batch;
import java.util.ArrayList;
import java.util.HashMap;
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
    public <T> void write(String key, T row, Consumer<List<T>> together) {
        kept().ifPresentOrElse(kept -> kept.add(key, row, together), () -> together.accept(List.of(row)));
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

    /** The rows of one batch: round by round those that change something by its key, each key once in a round; then the others. */
    private static final class Kept {

        private final List<Round> rounds = new ArrayList<>();
        private final Map<String, Integer> nextRound = new HashMap<>();
        private Round others = new Round();

        <T> void add(T row, Consumer<List<T>> writer) {
            others.add(row, writer);
        }

        <T> void add(String key, T row, Consumer<List<T>> writer) {
            int round = nextRound.merge(key, 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new Round());
            }
            rounds.get(round).add(row, writer);
        }

        void write() {
            List<Round> now = new ArrayList<>(rounds);
            now.add(others);
            rounds.clear();
            nextRound.clear();
            others = new Round();
            now.forEach(Round::write);
        }
    }

    /** Rows by who writes them. */
    private static final class Round {

        private final Map<Consumer<?>, Rows<?>> rows = new LinkedHashMap<>();

        @SuppressWarnings("unchecked") // the writer of rows of type T was put in with them
        <T> void add(T row, Consumer<List<T>> writer) {
            ((Rows<T>) rows.computeIfAbsent(writer, key -> new Rows<>(writer, new ArrayList<>())))
                    .all()
                    .add(row);
        }

        void write() {
            rows.values().forEach(Rows::write);
        }
    }

    private record Rows<T>(Consumer<List<T>> writer, List<T> all) {
        void write() {
            writer.accept(all);
        }
    }
}
