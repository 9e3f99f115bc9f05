package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.merkle.Hash;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event as the ledger reads it: the row itself, and its canonical bytes (infra/docs/ledger.md). */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StoredEntry(
        long position,
        Instant recordedAt,
        UUID id,
        int sequence,
        int version,
        @Nullable String aggregateType,
        String aggregateId,
        String name,
        byte[] metadata,
        byte[] payload) {

    static final String COLUMNS =
            "position, recorded_at, event_id, sequence, version, aggregate_type, aggregate_id, name, metadata, payload";

    private static final byte[] FORMAT = "throughline/event/1\n".getBytes(UTF_8);
    private static final int FIXED = FORMAT.length + 4 * Long.BYTES + 7 * Integer.BYTES;
    private static final int NOTHING = -1;

    static StoredEntry from(ResultSet row, int ignoredNumber) throws SQLException {
        return new StoredEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    /** What is hashed. */
    byte[] bytes() {
        byte[] type = aggregateType == null ? new byte[0] : aggregateType.getBytes(UTF_8);
        byte[] aggregate = aggregateId.getBytes(UTF_8);
        byte[] event = name.getBytes(UTF_8);
        int length = FIXED + type.length + aggregate.length + event.length + metadata.length + payload.length;
        return ByteBuffer.allocate(length)
                .put(FORMAT)
                .putLong(position)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(sequence)
                .putInt(version)
                .putInt(aggregateType == null ? NOTHING : type.length)
                .put(type)
                .putInt(aggregate.length)
                .put(aggregate)
                .putInt(event.length)
                .put(event)
                .putInt(metadata.length)
                .put(metadata)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    Hash leaf() {
        return Hash.leaf(bytes());
    }
}
