package care.throughline.infra.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/** A row of {@code processing.dead_letter} with the event it points to. */
record Letter(
        long id,
        String sequence,
        EventMessage<?> message,
        @Nullable ThrowableCause why,
        Instant enqueuedAt,
        Instant lastTouched)
        implements DeadLetter<EventMessage<?>> {

    static final String COLUMNS = "id, sequence, position, cause_type, cause, enqueued_at, touched_at";

    static Letter from(ResultSet row, LongFunction<EventMessage<?>> events) throws SQLException {
        String type = row.getString("cause_type");
        return new Letter(
                row.getLong("id"),
                row.getString("sequence"),
                events.apply(row.getLong("position")),
                type == null ? null : new ThrowableCause(type, row.getString("cause")),
                row.getObject("enqueued_at", OffsetDateTime.class).toInstant(),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Cause> cause() {
        return Optional.ofNullable(why);
    }

    @Override
    public MetaData diagnostics() {
        return MetaData.emptyInstance();
    }

    @Override
    public DeadLetter<EventMessage<?>> markTouched() {
        return this;
    }

    @Override
    public DeadLetter<EventMessage<?>> withCause(Throwable failure) {
        return new Letter(id, sequence, message, ThrowableCause.asCause(failure), enqueuedAt, lastTouched);
    }

    @Override
    public DeadLetter<EventMessage<?>> withDiagnostics(MetaData diagnostics) {
        return this;
    }
}
