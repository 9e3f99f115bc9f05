package care.throughline.infra.intake;

import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.infra.testing.BenchmarkServer.Usage;
import care.throughline.query.Operations;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how fast each read model is filled anew, against the floor on the same events: read them in order, parse their JSON,
 * COPY a row of each into a table with two indexes.
 */
final class RebuildFigures {

    private static final int ROWS_AT_ONCE = 5_000;

    private final BenchmarkServer server;
    private final Operations operations;
    private final long events;

    RebuildFigures(BenchmarkServer server, Operations operations, long events) {
        this.server = server;
        this.operations = operations;
        this.events = events;
    }

    /** One thing done to all events. */
    @FunctionalInterface
    private interface Piece {
        void run() throws SQLException, IOException;
    }

    void report() throws SQLException, IOException {
        double floor = measure("floor: scan, JSON, COPY", 0, this::floor);
        for (Operations.Processor processor : operations.processors()) {
            if (processor.projection()) {
                measure(processor.name(), floor, () -> rebuild(processor.name()));
            }
        }
        measure("floor: scan, JSON, COPY", floor, this::floor);
    }

    private double measure(String what, double floor, Piece piece) throws SQLException, IOException {
        Usage before = server.usage();
        long begin = System.nanoTime();
        piece.run();
        double perSecond = events / ((System.nanoTime() - begin) / 1e9);
        Usage after = server.usage();
        System.out.printf(
                "%-28s %8.0f events/s %6.2f of the floor %8.3f ms CPU %6.2f statements per event%n",
                what,
                perSecond,
                floor == 0 ? 1 : perSecond / floor,
                after.cpuMillisSince(before) / events,
                (after.statements() - before.statements()) / (double) events);
        return perSecond;
    }

    private void rebuild(String projection) {
        operations.rebuild(projection);
        while (operations.processors().stream()
                .anyMatch(processor -> processor.name().equals(projection) && processor.rebuild() != null)) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void floor() throws SQLException, IOException {
        JdbcTemplate jdbc = new JdbcTemplate(server.pool());
        jdbc.execute("drop table if exists floor_model");
        jdbc.execute("create table floor_model (position bigint primary key, aggregate_id text, name text,"
                + " happened_at timestamptz, words text)");
        jdbc.execute("create index on floor_model (aggregate_id, position)");
        try (Connection reading = server.pool().getConnection();
                Connection writing = server.pool().getConnection();
                Statement select = reading.createStatement()) {
            reading.setAutoCommit(false);
            select.setFetchSize(ROWS_AT_ONCE);
            CopyManager copy = writing.unwrap(PGConnection.class).getCopyAPI();
            ResultSet rows = select.executeQuery(
                    "select position, aggregate_id, name, payload from store.event order by position");
            copyAll(rows, copy);
            reading.rollback();
        }
    }

    private static void copyAll(ResultSet rows, CopyManager copy) throws SQLException, IOException {
        JsonMapper json = JsonMapper.shared();
        StringBuilder lines = new StringBuilder();
        int waiting = 0;
        while (rows.next()) {
            JsonNode payload = json.readTree(rows.getBytes(4));
            lines.append(rows.getLong(1))
                    .append('\t')
                    .append(rows.getString(2))
                    .append('\t')
                    .append(rows.getString(3));
            lines.append('\t').append(payload.path("occurredAt").asString("2026-01-01T00:00:00Z"));
            lines.append('\t')
                    .append("One sentence of about the length that a line of a timeline has.")
                    .append('\n');
            if (++waiting == ROWS_AT_ONCE) {
                copy.copyIn("copy floor_model from stdin", new StringReader(lines.toString()));
                lines.setLength(0);
                waiting = 0;
            }
        }
        copy.copyIn("copy floor_model from stdin", new StringReader(lines.toString()));
    }
}
