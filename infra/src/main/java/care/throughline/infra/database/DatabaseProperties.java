package care.throughline.infra.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and how much of it we use.
 *
 * @param url a PostgreSQL JDBC URL ({@code THROUGHLINE_DB_URL}); without one an embedded PostgreSQL is started
 * @param user who owns the schemas
 * @param port the fixed port of the embedded one, on loopback
 * @param writers connections for commands; besides, each projection and automation has one or two of its own
 * @param readers connections for queries, which can only read
 * @param patience how long the start waits for the database
 */
@ConfigurationProperties("throughline.db")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("postgres") String user,
        @Nullable String password,
        @DefaultValue("25432") int port,
        @DefaultValue("16") int writers,
        @DefaultValue("16") int readers,
        @DefaultValue("60s") Duration patience) {

    boolean isEmbedded() {
        return url == null || url.isBlank();
    }
}
