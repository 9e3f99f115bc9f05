package care.throughline.query.referrals;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes values of rows. */
final class ReferralRow {

    private ReferralRow() {}

    static Referral referral(ResultSet row, int number) throws SQLException {
        ReferralStatus status = ReferralStatus.valueOf(row.getString("status"));
        String wait = row.getString("wait");
        return new Referral(
                row.getString("referral_id"),
                row.getString("patient_id"),
                row.getString("person_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("language"),
                row.getString("coordinator"),
                Kind.valueOf(row.getString("kind")),
                Specialty.valueOf(row.getString("specialty")),
                Urgency.valueOf(row.getString("urgency")),
                status,
                status.code(),
                known(instant(row, "since")),
                items(row, "needed"),
                items(row, "packet"),
                wait == null ? null : Wait.valueOf(wait),
                row.getObject("due_by", LocalDate.class),
                row.getString("rule_id"),
                row.getString("performer_id"),
                row.getString("performer_name"),
                row.getInt("asked"),
                row.getString("asked_by"),
                row.getString("asked_by_name"),
                instant(row, "proposed_at"),
                instant(row, "starts_at"),
                row.getObject("place", Integer.class),
                row.getBoolean("result_back"),
                snooze(row),
                row.getObject("notice_by", LocalDate.class),
                known(instant(row, "drafted_at")),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }

    static Referral.Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Referral.Candidate(
                row.getString("performer_id"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("answer"),
                Capacity.valueOf(row.getString("capacity")),
                known(instant(row, "offered_at")),
                instant(row, "answered_at"),
                row.getString("reason"),
                instant(row, "link_until"));
    }

    static Referral.Place place(ResultSet row, int number) throws SQLException {
        return new Referral.Place(row.getInt("place"), known(instant(row, "told_at")));
    }

    private static Referral.@Nullable Snooze snooze(ResultSet row) throws SQLException {
        Instant until = instant(row, "snoozed_until");
        return until == null ? null : new Referral.Snooze(until, row.getString("snooze_reason"));
    }

    private static List<PacketItem> items(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(PacketItem::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
