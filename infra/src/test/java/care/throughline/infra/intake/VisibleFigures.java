package care.throughline.infra.intake;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.infra.testing.BenchmarkServer.Usage;
import care.throughline.query.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Measures the time from a commit until a read model shows it, against the floor: an insert with a notification, heard by a
 * connection that writes a row and commits.
 */
final class VisibleFigures {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BenchmarkServer server;
    private final Commands commands;
    private final Progress progress;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong();

    VisibleFigures(BenchmarkServer server, Commands commands, Progress progress) throws SQLException {
        this.server = server;
        this.commands = commands;
        this.progress = progress;
        try (Connection owner = server.pool().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "create table floor_log (id bigint generated always as identity primary key, told bigint)");
            statement.execute("create table floor_seen (told bigint primary key)");
        }
    }

    /** One thing that is done so many times a second, by so many clients together. */
    private interface Paced {
        void once() throws SQLException;
    }

    /** The floor at a number of events a second, and then the read model of people. */
    void take(int perSecond, Duration each) throws Exception {
        floor(perSecond, each);
        ours(perSecond, each);
    }

    private void ours(int perSecond, Duration each) throws Exception {
        Map<String, String> told = Map.of(Meta.ACTOR, "system:benchmark");
        Usage before = server.usage();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            pace(perSecond, each, () -> {
                PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
                long position = commands.send(new Register(patient, Instant.EPOCH), told)
                        .position();
                long committed = System.nanoTime();
                readers.execute(() -> {
                    if (progress.await("patients", position, PATIENCE)) {
                        nanos.add(System.nanoTime() - committed);
                    }
                });
            });
        }
        print("registered -> patients", perSecond, each, before);
    }

    private void floor(int perSecond, Duration each) throws Exception {
        Map<Long, Long> committed = new ConcurrentHashMap<>();
        Map<Long, Long> seen = new ConcurrentHashMap<>();
        Usage before = server.usage();
        try (Connection listening = server.pool().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen floor");
            Thread listener = Thread.ofPlatform().start(() -> hear(listening, seen));
            pace(perSecond, each, () -> notify(committed));
            while (seen.size() < committed.size()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            listener.interrupt();
            listener.join();
            listen.execute("unlisten floor");
        }
        seen.forEach((id, at) -> nanos.add(Math.max(0, at - committed.getOrDefault(id, at))));
        print("floor: notify, upsert, commit", perSecond, each, before);
    }

    private void notify(Map<Long, Long> committed) throws SQLException {
        long id = ids.incrementAndGet();
        try (Connection writing = server.pool().getConnection();
                PreparedStatement insert = writing.prepareStatement(
                        "with told as (insert into floor_log (told) values (?)) select pg_notify('floor', ?)")) {
            insert.setLong(1, id);
            insert.setString(2, Long.toString(id));
            insert.execute();
            committed.put(id, System.nanoTime());
        }
    }

    private static void hear(Connection listening, Map<Long, Long> seen) {
        try (PreparedStatement see =
                listening.prepareStatement("insert into floor_seen values (?) on conflict do nothing")) {
            while (!Thread.currentThread().isInterrupted()) {
                PGNotification[] heard = listening.unwrap(PGConnection.class).getNotifications(50);
                for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
                    see.setLong(1, Long.parseLong(one.getParameter()));
                    see.executeUpdate();
                    seen.put(Long.parseLong(one.getParameter()), System.nanoTime());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spreads the work evenly over clients, each at its own share of the pace. */
    private static void pace(int perSecond, Duration each, Paced work) throws Exception {
        int clients = Math.clamp(perSecond / 50, 1, 24);
        long step = Duration.ofSeconds(clients).toNanos() / perSecond;
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        long next = begin + client * step / clients;
                        for (; next < begin + each.toNanos(); next += step) {
                            LockSupport.parkNanos(next - System.nanoTime());
                            work.once();
                        }
                        return client;
                    }))
                    .toList();
            for (var client : running) {
                client.get();
            }
        }
    }

    private void print(String what, int perSecond, Duration each, Usage before) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%5d/s %-32s p50 %.1f ms, p99 %.1f ms of %d (asked %d), %.3f ms CPU%n",
                perSecond,
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted.length,
                perSecond * each.toSeconds(),
                server.usage().cpuMillisSince(before) / Math.max(1, sorted.length));
        nanos.clear();
    }
}
