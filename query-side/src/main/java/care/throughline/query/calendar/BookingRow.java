package care.throughline.query.calendar;

import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.directory.Specialty;
import care.throughline.query.calendar.Booking.Conflict;
import care.throughline.query.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes values of rows. */
final class BookingRow {

    private BookingRow() {}

    static Booking booking(ResultSet row, int number) throws SQLException {
        String specialty = row.getString("specialty");
        Instant startsAt = Weeks.known(Weeks.instant(row, "starts_at"));
        return new Booking(
                row.getString("appointment_id"),
                row.getString("source_id"),
                row.getString("patient_id"),
                row.getString("person_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("language"),
                row.getBoolean("deceased"),
                row.getString("coordinator"),
                Purpose.valueOf(row.getString("purpose")),
                Mode.valueOf(row.getString("mode")),
                specialty == null ? null : Specialty.valueOf(specialty),
                row.getString("performer_id"),
                row.getString("performer_name"),
                row.getString("facility"),
                row.getString("with_words"),
                startsAt,
                Weeks.known(Weeks.instant(row, "ends_at")),
                Stage.valueOf(row.getString("stage")),
                startsAt.equals(Weeks.instant(row, "confirmed_for")),
                Weeks.needs(row),
                row.getString("after_id"),
                startsAt.equals(Weeks.instant(row, "followed_for")),
                List.of(),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }

    static Conflict conflict(ResultSet row, ZoneId zone) throws SQLException {
        String with = row.getString("with_id");
        Instant other = Weeks.instant(row, "other_starts_at");
        return new Conflict(
                row.getString("appointment_id"),
                ConflictKind.valueOf(row.getString("kind")),
                with.isEmpty() ? null : with,
                words(
                        row.getString("commitment_kind"),
                        row.getString("note"),
                        row.getString("other_purpose"),
                        other,
                        zone),
                Weeks.known(Weeks.instant(row, "starts_at")),
                other,
                row.getBoolean("hard"),
                row.getString("accepted"));
    }

    private static String words(
            @Nullable String commitment,
            @Nullable String note,
            @Nullable String purpose,
            @Nullable Instant other,
            ZoneId zone) {
        if (commitment != null) {
            String kind = CalendarLabels.of(CommitmentKind.valueOf(commitment)).toLowerCase(Locale.ROOT);
            return note == null || note.isEmpty() ? kind : kind + " (" + note + ")";
        }
        if (purpose == null) {
            return "";
        }
        String what = CalendarLabels.of(Purpose.valueOf(purpose)).toLowerCase(Locale.ROOT);
        return other == null ? what : what + " on " + Words.moment(other, zone);
    }
}
