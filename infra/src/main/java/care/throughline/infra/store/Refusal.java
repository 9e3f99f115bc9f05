package care.throughline.infra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Says what an error of the database means for the command whose events it refused. */
final class Refusal {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Lock not available, deadlock, serialization, shutdown, start-up, idle too long, out of connections. */
    private static final Set<String> TRY_AGAIN =
            Set.of("55P03", "40P01", "40001", "57P01", "57P02", "57P03", "25P03", "25P04", "53300");

    private Refusal() {}

    /** Whether the error is no answer about the events at all: the whole batch is to be tried again. */
    static boolean isOfTheConnection(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "08000");
        return state.startsWith("08") || TRY_AGAIN.contains(state);
    }

    /** The exception for a command whose events were refused with that error, after rolling back to before it. */
    static RuntimeException of(Connection connection, Append append, SQLException e) throws SQLException {
        if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
            return new EventStoreException("The events were refused and are not stored: " + e.getMessage(), e);
        }
        for (NewEvent event : append.events()) {
            if (isTaken(connection, event)) {
                return conflict(event, e);
            }
        }
        return new EventStoreException(
                "An event of this id is stored already, or is given twice: " + e.getMessage(), e);
    }

    private static RuntimeException conflict(NewEvent event, SQLException e) {
        if (event.sequence() == 0) {
            return new AggregateStreamCreationException(
                    "An aggregate with id [%s] exists already".formatted(event.aggregateId()), e);
        }
        return new ConcurrencyException(
                "Somebody else stored event %d of aggregate [%s] first"
                        .formatted(event.sequence(), event.aggregateId()),
                e);
    }

    private static boolean isTaken(Connection connection, NewEvent event) throws SQLException {
        String sql = "select from store.event where aggregate_id = ? and sequence = ?";
        try (PreparedStatement look = connection.prepareStatement(sql)) {
            look.setString(1, event.aggregateId());
            look.setInt(2, event.sequence());
            try (ResultSet row = look.executeQuery()) {
                return row.next();
            }
        }
    }
}
