package care.throughline.infra.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL beside the application, kept in a directory. It outlives a killed application; the next start finds
 * it running on its fixed port and goes on with it.
 */
final class EmbeddedDatabase implements AutoCloseable {

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
    static EmbeddedDatabase in(Path directory, int port, Duration patience) {
        Path home = directory.toAbsolutePath().normalize();
        EmbeddedDatabase database = new EmbeddedDatabase(start(home, port, patience));
        try {
            database.check(home);
            database.createOnce();
            LOG.info("Database: embedded PostgreSQL on 127.0.0.1:{}, kept in {}", port, home);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    Database database() {
        return new Database("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME, "postgres", null);
    }

    private static EmbeddedPostgres start(Path home, int port, Duration patience) {
        try {
            Files.createDirectories(home);
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
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
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
            throw new DatabaseUnusable("The PostgreSQL on port " + postgres.getPort() + " keeps its data in " + served
                    + ", not in " + home + ". Choose another port with THROUGHLINE_DB_PORT.");
        }
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (!"on".equals(show(postgresDatabase, setting))) {
                throw new DatabaseUnusable(
                        "The embedded PostgreSQL runs with " + setting + " off: it could lose events.");
            }
        }
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

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL was not stopped cleanly; the next start finds it or recovers it", e);
        }
    }
}
