package care.throughline.infra.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows for how long the write-ahead log could not be archived: meanwhile nothing new is restorable, and the disk fills. */
final class ArchiveGauge implements MeterBinder {

    private static final String STUCK = """
            select case when last_failed_time > coalesce(last_archived_time, '-infinity')
                then extract(epoch from clock_timestamp() - coalesce(last_archived_time, stats_reset)) else 0 end
            from pg_stat_archiver
            """;

    private final JdbcClient db;

    ArchiveGauge(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("throughline.backup.archive.stuck.seconds", this, ArchiveGauge::stuckSeconds)
                .description("How long the write-ahead log could not be archived, 0 if it could at the last try")
                .register(meters);
    }

    private double stuckSeconds() {
        return db.sql(STUCK).query(Double.class).single();
    }
}
