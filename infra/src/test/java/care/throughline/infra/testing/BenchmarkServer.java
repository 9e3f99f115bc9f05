package care.throughline.infra.testing;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;

/** A durable PostgreSQL of a benchmark's own that counts its statements, and the processor time that it and this JVM use. */
public final class BenchmarkServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    private BenchmarkServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        this.pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(40);
        this.jdbc = new JdbcTemplate(pool);
        jdbc.execute("create extension pg_stat_statements");
    }

    /** Starts one under {@code target}. */
    public static BenchmarkServer start() throws IOException {
        Path target = Files.createDirectories(Path.of(System.getProperty("user.dir"), "target"));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setDataDirectory(Files.createTempDirectory(target, "benchmark"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
        return new BenchmarkServer(postgres);
    }

    /** When the run is broken off, after the application that uses it: not while it still stores. */
    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which the owner connects without a password. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Connections of the owner. */
    public HikariDataSource pool() {
        return pool;
    }

    /** What was used and done up to now. */
    public Usage usage() {
        long own = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        return new Usage(
                own,
                databaseCpu(),
                count("select xact_commit from pg_stat_database where datname = current_database()"),
                count("select sum(calls) from public.pg_stat_statements"));
    }

    private long count(String sql) {
        Long counted = jdbc.queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }

    private Map<Long, Duration> databaseCpu() {
        Map<Long, Duration> cpu = new HashMap<>();
        long postmaster = count("select (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::bigint");
        ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(process ->
                        process.info().totalCpuDuration().ifPresent(duration -> cpu.put(process.pid(), duration)));
        return cpu;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        postgres.close();
    }

    /** Processor time, commits and statements since the beginning. */
    public record Usage(long ownNanos, Map<Long, Duration> database, long commits, long statements) {

        public Usage {
            database = Map.copyOf(database);
        }

        /** Processor time of this JVM and the database since an earlier moment, in milliseconds. */
        public double cpuMillisSince(Usage before) {
            long nanos = ownNanos - before.ownNanos;
            for (Map.Entry<Long, Duration> now : database.entrySet()) {
                nanos += now.getValue()
                        .minus(before.database.getOrDefault(now.getKey(), Duration.ZERO))
                        .toNanos();
            }
            return nanos / 1e6;
        }
    }
}
