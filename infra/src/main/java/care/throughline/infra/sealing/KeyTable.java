package care.throughline.infra.sealing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code vault.key}. It takes connections of its own from the pool, never the one of a transaction under way:
 * a key that were rolled back after its cache had sealed an event would lose that event's data.
 */
final class KeyTable implements KeyRows {

    private static final String FORGET = """
            with gone as (
                insert into vault.key (subject, wrapped, master, forgotten_at) values (?, null, ?, now())
                on conflict (subject) do update
                   set wrapped = null, forgotten_at = coalesce(vault.key.forgotten_at, now())
                returning subject)
            select pg_notify(?, subject) from gone
            """;

    private static final String FIND_OR_ADD = """
            with added as (
                insert into vault.key (subject, wrapped, master) values (?, ?, ?)
                on conflict (subject) do nothing
                returning subject, wrapped, master)
            select subject, wrapped, master from added
            union all select subject, wrapped, master from vault.key where subject = ?
            """;

    private final DataSource dataSource;

    /** @param dataSource a plain pool, not a proxy that hands out the connection of the current transaction */
    KeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<String, Row> find(Collection<String> subjects) {
        return rows("select subject, wrapped, master from vault.key where subject = any (?)", (Object)
                subjects.toArray(String[]::new));
    }

    @Override
    public Row findOrAdd(String subject, Row row) {
        Row answered =
                rows(FIND_OR_ADD, subject, row.wrapped(), row.master(), subject).get(subject);
        return answered == null ? addedMeanwhile(subject) : answered;
    }

    /** By somebody whom the statement waited for, but began too early to see. */
    private Row addedMeanwhile(String subject) {
        return Objects.requireNonNull(find(List.of(subject)).get(subject), "the vault lost a key that it has just had");
    }

    @Override
    public void forget(String subject, String master) {
        update(FORGET, subject, master, ForgottenWatch.CHANNEL);
    }

    /** Writes the table and its statistics anew: what a deleted row leaves behind there opens with the master key. */
    @Override
    public void scrub() {
        update("vacuum (full, analyze) vault.key");
    }

    @Override
    public boolean any() {
        return !rows("select subject, wrapped, master from vault.key limit 1").isEmpty();
    }

    @Override
    public boolean rewrap(String subject, Row before, Row after) {
        return update(
                        "update vault.key set wrapped = ?, master = ? where subject = ? and wrapped = ?",
                        after.wrapped(),
                        after.master(),
                        subject,
                        before.wrapped())
                == 1;
    }

    @Override
    public Map<String, Row> wrappedByOther(String master, int limit) {
        return rows(
                "select subject, wrapped, master from vault.key where master <> ? and wrapped is not null limit ?",
                master,
                limit);
    }

    private Map<String, Row> rows(String sql, @Nullable Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet results = statement.executeQuery()) {
            Map<String, Row> rows = new HashMap<>();
            while (results.next()) {
                rows.put(results.getString(1), new Row(results.getBytes(2), results.getString(3)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the key vault cannot be read", e);
        }
    }

    private int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new IllegalStateException("the key vault cannot be written", e);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                Array array = connection.createArrayOf("text", texts);
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
