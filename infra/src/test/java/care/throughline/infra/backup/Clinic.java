package care.throughline.infra.backup;

import care.throughline.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation in a folder: its embedded database with words in a table, and the commands an operator has. */
final class Clinic {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> told = new ArrayList<>();
    private final Path data;
    private final Path backups;
    private final int port;

    Clinic(Path folder) throws IOException {
        this.data = Files.createDirectories(folder.resolve("data"));
        this.backups = folder.resolve("backups of the clinic");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    Path data() {
        return data;
    }

    Path backups() {
        return backups;
    }

    int port() {
        return port;
    }

    /** What the commands said. */
    List<String> told() {
        return told;
    }

    EmbeddedDatabase start() {
        return EmbeddedDatabase.in(data.resolve("postgres"), port, PATIENCE);
    }

    void backUp(String... more) {
        new Backup(order("--to=" + backups, more), Clock.systemUTC(), told::add).run();
    }

    void restore(String... more) {
        new Restore(order("--from=" + backups, more), told::add).run();
    }

    /** As an operator does before a restore; the folder it now is in. */
    Path moveDatabaseAway() throws IOException {
        return Files.move(data.resolve("postgres"), data.resolve("postgres.lost"));
    }

    private Order order(String first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of(more));
        return Order.read(
                arguments.toArray(String[]::new),
                Map.of("THROUGHLINE_DATA", data.toString(), "THROUGHLINE_DB_PORT", Integer.toString(port)));
    }

    static void write(EmbeddedDatabase database, String word) {
        JdbcClient db = JdbcClient.create(database.database().owner());
        db.sql("create table if not exists kept (word text)").update();
        db.sql("insert into kept values (?)").param(word).update();
    }

    static List<String> words(EmbeddedDatabase database) {
        return JdbcClient.create(database.database().owner())
                .sql("select word from kept order by word")
                .query(String.class)
                .list();
    }

    static Instant now(EmbeddedDatabase database) {
        return JdbcClient.create(database.database().owner())
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
