package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.events.directory.Specialty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes values of rows. */
final class AuthorizationRow {

    private AuthorizationRow() {}

    static Authorization authorization(ResultSet row, int number) throws SQLException {
        return new Authorization(
                row.getString("authorization_id"),
                row.getString("patient_id"),
                row.getString("person_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("coordinator"),
                row.getString("referral_id"),
                Specialty.valueOf(row.getString("specialty")),
                row.getString("payer"),
                Program.valueOf(row.getString("program")),
                Priority.valueOf(row.getString("priority")),
                row.getInt("units"),
                AuthorizationStatus.valueOf(row.getString("status")),
                known(instant(row, "since")),
                code(row, "wait", Wait::valueOf),
                row.getObject("due_by", LocalDate.class),
                instant(row, "due_before"),
                row.getString("rule_id"),
                codes(row, "missing", Missing::valueOf),
                codes(row, "cut", Cut::valueOf),
                code(row, "denial", DenialReason::valueOf),
                row.getInt("level"),
                code(row, "ruling", Ruling::valueOf),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("granted", Integer.class),
                row.getString("number"),
                row.getObject("visit_on", LocalDate.class),
                known(instant(row, "requested_at")),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }

    private static <T> List<T> codes(ResultSet row, String column, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).toList();
    }

    private static <T> @Nullable T code(ResultSet row, String column, Function<String, T> of) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : of.apply(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
