package care.throughline.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.query.Operations;
import care.throughline.query.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for read models, and compares them with what a rebuild makes of the same events. */
public final class ReadModels {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operations operations;
    private final Progress progress;
    private final LongSupplier head;
    private final JdbcClient db;

    ReadModels(Operations operations, Progress progress, LongSupplier head, JdbcClient db) {
        this.operations = operations;
        this.progress = progress;
        this.head = head;
        this.db = db;
    }

    /** Waits until nothing happens any more: every automation and every read model has seen everything, also what automations caused. */
    public void awaitAll() {
        long before;
        do {
            before = head.getAsLong();
            for (Operations.Processor processor : operations.processors()) {
                awaitPosition(processor.name(), before);
            }
        } while (head.getAsLong() > before);
    }

    /** Waits until this read model has seen everything that is stored now. */
    public void await(String projection) {
        awaitPosition(projection, head.getAsLong());
    }

    private void awaitPosition(String name, long position) {
        assertThat(progress.await(name, position, PATIENCE))
                .as("%s reaches position %s", name, position)
                .isTrue();
    }

    /** Rebuilds the read model and fails unless every table holds exactly what it held before. */
    public void assertRebuiltEqualsLive(String projection) {
        await(projection);
        Dump dump = new Dump(db);
        Map<String, List<String>> live = dump.of(projection);
        long generation = generationOf(projection);
        operations.rebuild(projection);
        awaitOtherGeneration(projection, generation);
        assertThat(dump.of(projection)).isEqualTo(live);
        assertThat(operations.deadLetters())
                .as("dead letters of %s", projection)
                .noneMatch(letter -> letter.processor().equals(projection));
    }

    private void awaitOtherGeneration(String projection, long generation) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (generationOf(projection) == generation) {
            progress.await(projection, Long.MAX_VALUE, Duration.ofMillis(50));
            assertThat(System.nanoTime())
                    .as("%s is rebuilt in time", projection)
                    .isLessThan(end);
        }
        await(projection);
    }

    private long generationOf(String schema) {
        return db.sql("select oid::bigint from pg_namespace where nspname = ?")
                .param(schema)
                .query(Long.class)
                .single();
    }
}
