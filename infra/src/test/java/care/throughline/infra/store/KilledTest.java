package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the application and PostgreSQL at random moments while events are appended, with no chance to say goodbye. The long
 * campaign: {@code -Dthroughline.store.kills=1000 -Dthroughline.store.databaseKills=200}.
 */
class KilledTest {

    private static final int KILLS = Integer.getInteger("throughline.store.kills", 4);
    private static final int DATABASE_KILLS = Integer.getInteger("throughline.store.databaseKills", 3);

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final long seed = Long.getLong("throughline.store.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path directory;

    private int port;
    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = server();
        StoreSchema.migrate(server.getPostgresDatabase());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whatever_was_acknowledged_is_there_once_and_nothing_else_took_its_place() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = process();
            awaitProgress();
            process.destroyForcibly().waitFor();
        }
        Process process = process();
        for (int kill = 0; kill < DATABASE_KILLS; kill++) {
            awaitProgress();
            if (kill % 3 == 2) {
                killABackend();
                awaitServer();
            } else {
                killTheServer();
                server = server();
            }
        }
        awaitProgress();
        process.destroyForcibly().waitFor();

        assertThat(acknowledged).as("seed %d", seed).isNotEmpty();
        Map<String, Long> stored = stored();
        assertThat(stored).as("seed %d", seed).containsAllEntriesOf(acknowledged);
        assertThat(refused).as("seed %d", seed).noneMatch(stored::containsKey);
        assertThat(stored.values()).doesNotHaveDuplicates();
        assertThat(stored.values().stream().mapToLong(position -> position).max())
                .hasValue(stored.size() - 1);
    }

    /** Lets it run until something was acknowledged, and a random moment longer. */
    private void awaitProgress() {
        int before = acknowledged.size();
        long end = System.nanoTime() + 60_000_000_000L;
        while (acknowledged.size() < before + 20 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(acknowledged.size()).as("progress, seed %d", seed).isGreaterThan(before);
        LockSupport.parkNanos(random.nextInt(500_000_000));
    }

    /** When one backend is killed PostgreSQL restarts them all. */
    private void awaitServer() {
        long end = System.nanoTime() + 60_000_000_000L;
        LockSupport.parkNanos(200_000_000);
        while (System.nanoTime() < end) {
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
                return;
            } catch (SQLException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private Process process() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        AppendingProcess.class.getName(),
                        server.getJdbcUrl("postgres", "postgres"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofPlatform().daemon().start(() -> hear(process));
        return process;
    }

    private void hear(Process process) {
        try (BufferedReader answers = process.inputReader()) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("stored") && words.length == 3 && words[2].length() == 36) {
                    acknowledged.put(words[2], Long.valueOf(words[1]));
                } else if (words[0].equals("refused") && words[1].length() == 36) {
                    refused.add(words[1]);
                }
            }
        } catch (IOException e) {
            // killed in the middle of a line
        }
    }

    private void killTheServer() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
        server.close();
    }

    private void killABackend() throws IOException {
        List<ProcessHandle> backends = postmaster().children().toList();
        backends.get(random.nextInt(backends.size())).destroyForcibly();
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Map<String, Long> stored() {
        Map<String, Long> stored = new HashMap<>();
        new JdbcTemplate(server.getPostgresDatabase()).query("select event_id, position from store.event", row -> {
            stored.put(row.getString(1), row.getLong(2));
        });
        return stored;
    }

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }
}
