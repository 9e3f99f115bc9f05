package care.throughline.infra.intake;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.query.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Measures the time from a commit until a read model shows it, against the floor: an insert with a notification, heard by a
 * connection that writes a row and commits.
 */
final class VisibleFigures {

    private static final int PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BenchmarkServer server;
    private final Commands commands;
    private final Progress progress;
    private final Map<Long, Long> seen = new ConcurrentHashMap<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    VisibleFigures(BenchmarkServer server, Commands commands, Progress progress) {
        this.server = server;
        this.commands = commands;
        this.progress = progress;
    }

    void report(Duration each) throws SQLException {
        floor(each);
        print("floor: notify, upsert, commit");
        ours(each);
        print("registered -> patients");
    }

    private void ours(Duration each) {
        Map<String, String> told = Map.of(Meta.ACTOR, "system:benchmark");
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            pace(each, () -> {
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
    }

    private void floor(Duration each) throws SQLException {
        try (Connection writing = server.pool().getConnection();
                Connection listening = server.pool().getConnection();
                Statement statement = writing.createStatement();
                Statement listen = listening.createStatement();
                PreparedStatement insert = writing.prepareStatement(
                        "with told as (insert into floor_log (told) values (?)) select pg_notify('floor', ?)")) {
            statement.execute(
                    "create table floor_log (id bigint generated always as identity primary key, told bigint)");
            statement.execute("create table floor_seen (told bigint primary key)");
            listen.execute("listen floor");
            Thread listener = Thread.ofPlatform().start(() -> hear(listening));
            Map<Long, Long> committed = new HashMap<>();
            pace(each, () -> notify(insert, committed));
            listener.interrupt();
            listener.join();
            seen.forEach((id, at) -> nanos.add(Math.max(0, at - committed.getOrDefault(id, at))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void notify(PreparedStatement insert, Map<Long, Long> committed) {
        try {
            long id = committed.size();
            insert.setLong(1, id);
            insert.setString(2, Long.toString(id));
            insert.execute();
            committed.put(id, System.nanoTime());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(Connection listening) {
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

    private static void pace(Duration each, Runnable one) {
        long begin = System.nanoTime();
        long step = Duration.ofSeconds(1).toNanos() / PER_SECOND;
        for (long next = begin; next < begin + each.toNanos(); next += step) {
            LockSupport.parkNanos(next - System.nanoTime());
            one.run();
        }
    }

    private void print(String what) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-32s p50 %.1f ms, p99 %.1f ms of %d%n",
                what, sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6, sorted.length);
        nanos.clear();
    }
}
