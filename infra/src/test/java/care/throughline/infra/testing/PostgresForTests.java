package care.throughline.infra.testing;

import care.throughline.infra.database.Database;
import care.throughline.infra.database.Schemas;
import care.throughline.infra.store.StoreSchema;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database per test class on one real PostgreSQL per JVM; use it as a static {@code @RegisterExtension}. The server
 * does not fsync: a test about durability starts one of its own.
 */
public final class PostgresForTests implements BeforeAllCallback, AfterAllCallback {

    /** Of the whole server: two databases that are migrated at once would both make them. */
    private static final List<String> ROLES =
            List.of("throughline_app", "throughline_query", "throughline_vault", "throughline_ledger");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String MIGRATED = "migrated";
    private static @Nullable EmbeddedPostgres server;
    private static boolean isMigrated;

    private final boolean withStore;
    private final Map<String, HikariDataSource> pools = new HashMap<>();
    private String database = "postgres";

    private PostgresForTests(boolean withStore) {
        this.withStore = withStore;
    }

    /** A database with nothing in it. */
    public static PostgresForTests empty() {
        return new PostgresForTests(false);
    }

    /** A database with the event store's schema. */
    public static PostgresForTests withStore() {
        return new PostgresForTests(true);
    }

    /** The URL of a new database with all schemas and nothing in them, by which the owner connects without a password; it goes
     * when the JVM ends. */
    public static String freshUrl() {
        String fresh = "test_" + COUNT.incrementAndGet();
        create(fresh + " template " + migrated());
        JdbcClient.create(server().getPostgresDatabase())
                .sql("grant create on database " + fresh + " to throughline_app")
                .update(); // what a database may is not copied with it
        return server().getJdbcUrl("postgres", fresh);
    }

    /** The database that others are copies of; migrating it once costs as much as starting a tenth of an application. */
    private static synchronized String migrated() {
        if (!isMigrated) {
            create(MIGRATED);
            Schemas.migrate(new Database(server().getJdbcUrl("postgres", MIGRATED), "postgres", null));
            isMigrated = true;
        }
        return MIGRATED;
    }

    /** The pool of connections of the database's owner; closed after the class. */
    public DataSource owner() {
        return pools.computeIfAbsent("", this::pool);
    }

    /** The pool of connections in the role, for example {@code throughline_app}; closed after the class. */
    public DataSource as(String role) {
        return pools.computeIfAbsent("-c role=" + role, this::pool);
    }

    /** The URL by which the owner connects without a password. */
    public String url() {
        return server().getJdbcUrl("postgres", database);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        String fresh = "test_" + COUNT.incrementAndGet();
        create(fresh);
        database = fresh;
        if (withStore) {
            StoreSchema.migrate(owner());
        }
    }

    private static void create(String fresh) {
        JdbcClient.create(server().getPostgresDatabase())
                .sql("create database " + fresh)
                .update();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    private HikariDataSource pool(String options) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.addDataSourceProperty("options", options);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        return running;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(started));
            JdbcClient postgres = JdbcClient.create(started.getPostgresDatabase());
            ROLES.forEach(
                    role -> postgres.sql("create role " + role + " nologin").update());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** After the applications that use it. */
    private static void stop(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
