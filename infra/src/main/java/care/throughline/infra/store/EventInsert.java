package care.throughline.infra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The one statement that adds events: waits for its turn, then takes the positions after the head and the database's time. */
final class EventInsert {

    /** Guards the head of the store among all nodes; any number will do as long as it never changes. */
    static final long LOCK = 0x7468726f75676800L;

    /** Both run in one round trip; the insert takes its snapshot after the lock is ours, so it sees the true head. */
    private static final String LOCK_THEN_INSERT = """
            select pg_advisory_xact_lock(%d);
            insert into store.event (position, recorded_at, event_id, sequence, version,
                                     aggregate_type, aggregate_id, name, payload, metadata)
            select coalesce((select max(position) from store.event), -1) + told.place,
                   greatest((select clock_timestamp()),
                            (select recorded_at from store.event order by position desc limit 1)),
                   told.event_id, told.sequence, told.version,
                   told.aggregate_type, told.aggregate_id, told.name, told.payload, told.metadata
              from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                   with ordinality as told (event_id, sequence, version,
                                            aggregate_type, aggregate_id, name, payload, metadata, place)
            returning position
            """.formatted(LOCK);

    private EventInsert() {}

    /** Adds the events in their order within the connection's transaction.
     *
     * @return the position of the first
     */
    static long run(Connection connection, List<NewEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LOCK_THEN_INSERT)) {
            insert.setArray(1, connection.createArrayOf("uuid", column(events, NewEvent::id)));
            insert.setArray(2, connection.createArrayOf("int4", column(events, NewEvent::sequence)));
            insert.setArray(3, connection.createArrayOf("int4", column(events, NewEvent::version)));
            insert.setArray(4, connection.createArrayOf("text", column(events, NewEvent::aggregateType)));
            insert.setArray(5, connection.createArrayOf("text", column(events, NewEvent::aggregateId)));
            insert.setArray(6, connection.createArrayOf("text", column(events, NewEvent::name)));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "bytea", events.stream().map(NewEvent::payload).toArray(byte[][]::new)));
            insert.setArray(
                    8,
                    connection.createArrayOf(
                            "bytea", events.stream().map(NewEvent::metadata).toArray(byte[][]::new)));
            insert.execute();
            insert.getMoreResults();
            return lowest(insert.getResultSet());
        }
    }

    private static Object[] column(List<NewEvent> events, Function<NewEvent, ?> value) {
        return events.stream().map(value).toArray();
    }

    private static long lowest(ResultSet positions) throws SQLException {
        long lowest = Long.MAX_VALUE;
        while (positions.next()) {
            lowest = Math.min(lowest, positions.getLong(1));
        }
        return lowest;
    }
}
