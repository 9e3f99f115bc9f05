package care.throughline.infra.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A reachable PostgreSQL database and the account that owns our schemas in it. */
public record Database(String url, String user, @Nullable String password) {

    /** The role that adds events and writes read models, but can neither change nor delete events. */
    public static final String APP_ROLE = "throughline_app";

    /** The role that only reads. */
    public static final String QUERY_ROLE = "throughline_query";

    /** Unpooled connections of the owner, for migrations. */
    public DataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(user);
        owner.setPassword(password);
        return owner;
    }

    /** A pool whose connections act in this role. */
    public HikariDataSource pool(String name, String role, int size, boolean readOnly) {
        HikariConfig config = config(name, size);
        config.setMinimumIdle(Math.min(2, size));
        config.setReadOnly(readOnly);
        config.setConnectionInitSql("set role " + role);
        return new HikariDataSource(config);
    }

    /** A pool of the application's role whose connections stay in this schema and commit without waiting for the disk. */
    HikariDataSource poolWithin(String worker, String schema, int size) {
        HikariConfig config = config("throughline-" + worker, size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1); // its first transaction notices
        config.setConnectionInitSql(
                "set role %s; set search_path to %s; set synchronous_commit to off".formatted(APP_ROLE, schema));
        return new HikariDataSource(config);
    }

    private HikariConfig config(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("logServerErrorDetail", "false"); // details quote values of rows
        return config;
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
