package care.throughline.infra.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL beside the application, kept in a directory. It outlives a killed application; the next start finds
 * it running on its fixed port and goes on with it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "throughline";

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it, or takes over the one that still runs there.
     *
     * @throws DatabaseUnusable in a sentence for the operator, if the directory or port is somebody else's or it is not durable
     */
    public static EmbeddedDatabase in(Path directory, int port, Duration patience) {
        Path home = directory.toAbsolutePath().normalize();
        EmbeddedDatabase database = new EmbeddedDatabase(start(home, port, builder(home, port, patience)));
        try {
            database.check(home);
            database.createOnce();
            database.archiveNothingYet();
            LOG.info("Database: embedded PostgreSQL on 127.0.0.1:{}, kept in {}", port, home);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Starts it where its directory tells it to recover, and returns when it has; {@code log} gets what it says meanwhile.
     *
     * @throws DatabaseUnusable if it did not within that time
     */
    public static EmbeddedDatabase recovered(Path directory, int port, Duration patience, Path log) {
        EmbeddedPostgres.Builder builder = builder(directory, port, patience)
                .setServerConfig("hot_standby", "off") // it answers when it is done, not before
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new EmbeddedDatabase(start(directory, port, builder));
    }

    /** Connections of the owner to the one that runs on this port and keeps this directory; empty if nothing does.
     *
     * @throws DatabaseUnusable if something else answers there
     */
    public static Optional<DataSource> answering(Path directory, int port) {
        DataSource owner = on(port).owner();
        if (!isAnswering(port)) {
            return Optional.empty();
        }
        Path served = Path.of(show(JdbcClient.create(owner), "data_directory"));
        if (!isSame(served, directory)) {
            throw elsewhere(port, served, directory);
        }
        return Optional.of(owner);
    }

    /** Whether anything listens on this port of this machine. */
    public static boolean isAnswering(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public Database database() {
        return on(postgres.getPort());
    }

    private static Database on(int port) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, "postgres", null);
    }

    private static EmbeddedPostgres.Builder builder(Path home, int port, Duration patience) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(home)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(patience)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("archive_mode", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "128MB")
                .setLocaleConfig("locale", "C.UTF-8");
    }

    private static EmbeddedPostgres start(Path home, int port, EmbeddedPostgres.Builder builder) {
        try {
            Files.createDirectories(home);
            return builder.start();
        } catch (OverlappingFileLockException e) {
            throw new DatabaseUnusable(taken(home), e);
        } catch (IllegalStateException e) {
            throw lockedByAnother(e) ? new DatabaseUnusable(taken(home), e) : e;
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL in " + home + " did not answer on port " + port
                            + ". If something else uses that port, choose another with THROUGHLINE_DB_PORT.",
                    e);
        }
    }

    private static boolean lockedByAnother(IllegalStateException e) {
        return e.getMessage() != null && e.getMessage().startsWith("could not lock");
    }

    private static String taken(Path home) {
        return "Another Throughline already runs on " + home
                + ". Stop it first, or give this one a directory of its own with THROUGHLINE_DATA.";
    }

    /** It must be ours, and it must not answer before what it was told is on disk. */
    private void check(Path home) {
        JdbcClient postgresDatabase = JdbcClient.create(postgres.getPostgresDatabase());
        Path served = Path.of(show(postgresDatabase, "data_directory"));
        if (!isSame(served, home)) {
            throw elsewhere(postgres.getPort(), served, home);
        }
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (!"on".equals(show(postgresDatabase, setting))) {
                throw new DatabaseUnusable(
                        "The embedded PostgreSQL runs with " + setting + " off: it could lose events.");
            }
        }
    }

    private static DatabaseUnusable elsewhere(int port, Path served, Path home) {
        return new DatabaseUnusable("The PostgreSQL on port " + port + " keeps its data in " + served + ", not in "
                + home + ". Choose another port with THROUGHLINE_DB_PORT.");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    private static String show(JdbcClient client, String setting) {
        return client.sql("show " + setting).query(String.class).single();
    }

    private void createOnce() {
        JdbcClient postgresDatabase = JdbcClient.create(postgres.getPostgresDatabase());
        if (postgresDatabase
                .sql("select 1 from pg_database where datname = ?")
                .param(NAME)
                .query()
                .listOfRows()
                .isEmpty()) {
            postgresDatabase.sql("create database " + NAME).update();
        }
    }

    /** The first backup says where to: until then finished log is not kept for an archive that is nowhere. */
    private void archiveNothingYet() {
        JdbcClient postgresDatabase = JdbcClient.create(postgres.getPostgresDatabase());
        if (show(postgresDatabase, "archive_command").isEmpty()) {
            postgresDatabase.sql("alter system set archive_command = 'exit 0'").update();
            postgresDatabase.sql("select pg_reload_conf()").query(Boolean.class).single();
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL was not stopped cleanly; the next start finds it or recovers it", e);
        }
    }
}
