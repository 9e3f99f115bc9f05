package care.throughline.infra.store;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures the store against plain inserts on the same disk: every round does every load at every number of clients, and what
 * counts is the median of the ratios within the rounds. Started as {@code infra/docs/benchmarks.md} says.
 */
final class StoreBenchmark {

    private static final List<Integer> CLIENTS = Stream.of(System.getProperty("throughline.benchmark.clients", "1,8,32")
                    .split(",", -1))
            .map(Integer::valueOf)
            .toList();
    private static final String FLOOR = "plain insert";

    private final Map<String, Runnable> loads;
    private final EmbeddedPostgres server;
    private final Duration each;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    /** One measurement: how many per second, at what share of that round's floor, and the processor time of each. */
    record Figure(double perSecond, double ofFloor, double cpuMillis) {}

    private StoreBenchmark(Map<String, Runnable> loads, EmbeddedPostgres server, Duration each) {
        this.loads = loads;
        this.server = server;
        this.each = each;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Duration each = Duration.parse(arguments.length > 1 ? arguments[1] : "PT5S");
        run(rounds, each, 128, System.out);
    }

    static Map<String, List<Figure>> run(int rounds, Duration each, int aggregates, PrintStream out) throws Exception {
        try (EmbeddedPostgres server = durable();
                HikariDataSource pool = pool(server);
                BenchmarkLoads loads = loads(pool, aggregates)) {
            Map<String, Runnable> named = new LinkedHashMap<>();
            named.put(FLOOR, loads.plainInsert());
            named.put("append", loads.append());
            named.put("command, 50 events", loads.commandWithCache(50));
            named.put("command, 1,000 events", loads.commandWithCache(1_000));
            named.put("command, 50 events, no cache", loads.commandWithoutCache(50));
            named.put("stock JDBC, 50 events, no cache", loads.commandOnStock(50));
            new JdbcTemplate(pool).execute("vacuum analyze");
            StoreBenchmark benchmark = new StoreBenchmark(named, server, each);
            benchmark.round();
            benchmark.figures.clear();
            for (int round = 0; round < rounds; round++) {
                benchmark.round();
            }
            benchmark.report(out);
            return benchmark.figures;
        }
    }

    private void round() throws Exception {
        for (int clients : CLIENTS) {
            double floor = 0;
            for (Map.Entry<String, Runnable> load : loads.entrySet()) {
                Figure raw = measure(load.getValue(), clients);
                floor = load.getKey().equals(FLOOR) ? raw.perSecond() : floor;
                figures.computeIfAbsent(load.getKey() + " | " + clients, key -> new ArrayList<>())
                        .add(new Figure(raw.perSecond(), raw.perSecond() / floor, raw.cpuMillis()));
            }
        }
    }

    private Figure measure(Runnable work, int clients) throws Exception {
        LongAdder done = new LongAdder();
        Map<Long, Duration> before = databaseCpu();
        long cpu = ownCpu();
        long start = System.nanoTime();
        long end = start + each.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    do {
                        work.run();
                        done.increment();
                    } while (System.nanoTime() < end);
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (ownCpu() - cpu + databaseCpuSince(before)) / 1e6;
        return new Figure(done.sum() / seconds, 1, cpuMillis / Math.max(1, done.sum()));
    }

    private static long ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private long databaseCpuSince(Map<Long, Duration> before) throws IOException {
        long nanos = 0;
        for (Map.Entry<Long, Duration> now : databaseCpu().entrySet()) {
            nanos += now.getValue()
                    .minus(before.getOrDefault(now.getKey(), Duration.ZERO))
                    .toNanos();
        }
        return nanos;
    }

    private Map<Long, Duration> databaseCpu() {
        Map<Long, Duration> cpu = new HashMap<>();
        long postmaster = new JdbcTemplate(server.getPostgresDatabase())
                .queryForList(
                        "select (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::bigint", Long.class)
                .get(0);
        ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(process ->
                        process.info().totalCpuDuration().ifPresent(duration -> cpu.put(process.pid(), duration)));
        return cpu;
    }

    private void report(PrintStream out) {
        out.printf("%-40s %10s %10s %10s%n", "load | clients", "of floor", "per s", "CPU ms");
        figures.forEach((load, rounds) -> out.printf(
                "%-40s %10.2f %10.0f %10.3f%n",
                load,
                median(rounds.stream().map(Figure::ofFloor).toList()),
                median(rounds.stream().map(Figure::perSecond).toList()),
                median(rounds.stream().map(Figure::cpuMillis).toList())));
        JdbcTemplate jdbc = new JdbcTemplate(server.getPostgresDatabase());
        for (String table : List.of("store.event", "floor", "domainevententry")) {
            out.printf(
                    "%-40s %10d bytes per event with its indexes%n",
                    table,
                    jdbc.queryForList(
                                    "select pg_total_relation_size('" + table + "') / greatest(1, count(*)) from "
                                            + table,
                                    Long.class)
                            .get(0));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static EmbeddedPostgres durable() throws IOException {
        Path target = Files.createDirectories(Path.of(System.getProperty("user.dir"), "target"));
        Path directory = Files.createTempDirectory(target, "benchmark");
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(40);
        return pool;
    }

    private static BenchmarkLoads loads(HikariDataSource pool, int aggregates) {
        StoreSchema.migrate(pool);
        return new BenchmarkLoads(pool, aggregates);
    }
}
