package care.throughline.infra.backup;

import care.throughline.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets PostgreSQL replay the archived write-ahead log over the files of a base backup, up to a moment or to its end. */
final class Recovery {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofHours(12);
    private static final List<String> GAVE_UP = List.of("could not start server", "database system is shut down");
    private static final String TOO_EARLY = "recovery ended before configured recovery target was reached";

    private final Path home;
    private final WalArchive archive;
    private final Path log;

    /** @param home the files of the base backup, which become the database */
    Recovery(Path home, WalArchive archive) {
        this.home = home;
        this.archive = archive;
        this.log = home.resolveSibling("restore.log");
    }

    /** What is there afterwards.
     *
     * @param position the last event, or -1
     * @param recordedAt when that was recorded
     */
    record Restored(long position, Optional<Instant> recordedAt) {}

    /** @throws Refused if the archive does not reach to the moment, or anything is missing */
    Restored to(Optional<Instant> moment) throws IOException {
        settings(moment);
        Files.deleteIfExists(log);
        try (EmbeddedDatabase database = recovered()) {
            JdbcClient db = JdbcClient.create(database.database().owner());
            db.sql("alter system reset restore_command").update();
            db.sql("alter system reset recovery_target_time").update();
            db.sql("alter system reset recovery_target_action").update();
            return look(db);
        } finally {
            Files.deleteIfExists(home.resolve("recovery.signal"));
        }
    }

    private void settings(Optional<Instant> moment) throws IOException {
        StringBuilder lines = new StringBuilder("restore_command = ")
                .append(WalArchive.literal(archive.restoreCommand()))
                .append('\n');
        moment.map(TIME::format)
                .ifPresent(at -> lines.append("recovery_target_time = '" + at + "'\n")
                        .append("recovery_target_action = 'promote'\n"));
        Files.writeString(home.resolve("postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
        Files.createFile(home.resolve("recovery.signal"));
    }

    /** Waits for it, and gives up as soon as PostgreSQL did. */
    private EmbeddedDatabase recovered() throws IOException {
        int port = freePort();
        FutureTask<EmbeddedDatabase> recovering =
                new FutureTask<>(() -> EmbeddedDatabase.recovered(home, port, PATIENCE, log));
        Thread thread = Thread.ofPlatform().name("recovery").daemon().start(recovering);
        while (true) {
            try {
                return recovering.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (said(GAVE_UP)) {
                    thread.interrupt();
                    throw refusal();
                }
            } catch (ExecutionException e) {
                throw new Refused("PostgreSQL did not recover, see " + log, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted", e);
            }
        }
    }

    private boolean said(List<String> oneOf) throws IOException {
        String told = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        return oneOf.stream().anyMatch(told::contains);
    }

    private Refused refusal() throws IOException {
        return new Refused(
                said(List.of(TOO_EARLY))
                        ? "The archive ends before that moment. Leave out -Dat to restore all that there is, or give the"
                                + " directory of the lost database with -Drest if its newest log can still be read."
                        : "PostgreSQL did not recover, see " + log);
    }

    private static Restored look(JdbcClient db) {
        if (!db.sql("select to_regclass('store.event') is not null")
                .query(Boolean.class)
                .single()) {
            return new Restored(-1, Optional.empty());
        }
        return db.sql("select position, recorded_at from store.event order by position desc limit 1")
                .query((row, number) -> new Restored(
                        row.getLong(1),
                        Optional.of(row.getObject(2, OffsetDateTime.class).toInstant())))
                .optional()
                .orElse(new Restored(-1, Optional.empty()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
