package care.throughline.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void it_is_durable_refuses_a_second_application_and_outlives_a_killed_one() throws Exception {
        int port = freePort();
        assertThat(killedApplication(port)).isEqualTo(KilledApplication.EXIT);
        try (EmbeddedDatabase database = EmbeddedDatabase.in(directory, port, PATIENCE)) {
            JdbcClient db = JdbcClient.create(database.database().owner());
            assertThat(db.sql("select word from kept").query(String.class).single())
                    .isEqualTo("acknowledged");
            assertThat(db.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(db.sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
            assertThatThrownBy(() -> EmbeddedDatabase.in(directory, port, PATIENCE))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another Throughline already runs on");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.in(directory, port, PATIENCE)) {
            assertThat(JdbcClient.create(database.database().owner())
                            .sql("select count(*) from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** Another JVM that starts the database, writes, and dies without a goodbye. */
    private int killedApplication(int port) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        directory.toString(),
                        Integer.toString(port))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What the other JVM does. */
    static final class KilledApplication {

        static final int EXIT = 9;

        private KilledApplication() {}

        public static void main(String[] args) {
            EmbeddedDatabase database = EmbeddedDatabase.in(Path.of(args[0]), Integer.parseInt(args[1]), PATIENCE);
            JdbcClient db = JdbcClient.create(database.database().owner());
            db.sql("create table kept (word text)").update();
            db.sql("insert into kept values ('acknowledged')").update();
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
