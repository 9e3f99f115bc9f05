package care.throughline.query.erasure;

import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.Span;
import care.throughline.query.erasure.ErasureFile.Approval;
import care.throughline.query.erasure.ErasureFile.Certificate;
import care.throughline.query.erasure.ErasureFile.Hold;
import care.throughline.query.erasure.ErasureFile.Refusal;
import care.throughline.query.erasure.ErasureFile.Request;
import care.throughline.query.erasure.ErasureFile.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a file of a row. */
final class FileRow {

    private FileRow() {}

    static ErasureFile map(ResultSet row, int number) throws SQLException {
        return new ErasureFile(
                row.getString("erasure_id"),
                row.getString("patient_id"),
                State.valueOf(row.getString("state")),
                request(row),
                hold(row),
                refusal(row),
                approval(row),
                certificate(row));
    }

    private static @Nullable Request request(ResultSet row) throws SQLException {
        Instant at = instant(row, "requested_at");
        return at == null
                ? null
                : new Request(
                        row.getString("requested_by"),
                        at,
                        Asker.valueOf(row.getString("asker")),
                        Ground.valueOf(row.getString("ground")),
                        row.getString("reason"));
    }

    private static @Nullable Hold hold(ResultSet row) throws SQLException {
        Instant at = instant(row, "held_at");
        return at == null ? null : new Hold(row.getString("held_by"), at, row.getString("hold_reason"));
    }

    private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
        Instant at = instant(row, "refused_at");
        return at == null
                ? null
                : new Refusal(
                        row.getString("refused_by"),
                        at,
                        Exemption.valueOf(row.getString("exemption")),
                        row.getString("refusal"));
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        Instant at = instant(row, "approved_at");
        return at == null ? null : new Approval(row.getString("approved_by"), at);
    }

    private static @Nullable Certificate certificate(ResultSet row) throws SQLException {
        Instant erasedAt = instant(row, "erased_at");
        if (erasedAt == null) {
            return null;
        }
        List<String> records = texts(row, "records");
        return new Certificate(
                erasedAt,
                row.getString("requested_by"),
                row.getString("approved_by"),
                row.getLong("position"),
                row.getBoolean("again"),
                records,
                Stream.concat(records.stream(), texts(row, "messages").stream()).toList(),
                texts(row, "shared"),
                spans(row),
                instant(row, "certified_at"),
                texts(row, "read_models"),
                row.getInt("dead_letters"));
    }

    private static List<Span> spans(ResultSet row) throws SQLException {
        Long[] starts = (Long[]) row.getArray("starts").getArray();
        Long[] ends = (Long[]) row.getArray("ends").getArray();
        return IntStream.range(0, starts.length)
                .mapToObj(i -> new Span(starts[i], ends[i]))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
