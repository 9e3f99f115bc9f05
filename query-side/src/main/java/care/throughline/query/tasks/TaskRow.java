package care.throughline.query.tasks;

import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.ReferralStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task as it stands.
 *
 * @param status as FHIR says it
 * @param business where the referral stands, as far as this performer is told
 * @param why a code of ours for its end, null if it has none
 * @param whyAt the event whose words say why, {@code resultAt} the one with the result
 * @param version of the referral when the task last changed
 * @param over nothing is expected of this performer any more
 * @param requester who asks this of us, null if it is we who ask; {@code number} is what it calls it
 */
public record TaskRow(
        String task,
        ReferralId referral,
        PerformerId performer,
        String patient,
        String status,
        ReferralStatus business,
        @Nullable String why,
        @Nullable Long whyAt,
        @Nullable Long resultAt,
        @Nullable Instant startsAt,
        Instant authoredAt,
        Instant modifiedAt,
        long version,
        boolean over,
        @Nullable PerformerId requester,
        @Nullable String number) {

    static TaskRow of(ResultSet row, int number) throws SQLException {
        String requester = row.getString("requester_id");
        return new TaskRow(
                row.getString("task_id"),
                new ReferralId(row.getString("referral_id")),
                new PerformerId(row.getString("performer_id")),
                row.getString("patient_id"),
                row.getString("status"),
                ReferralStatus.valueOf(row.getString("business")),
                row.getString("why"),
                row.getObject("why_at", Long.class),
                row.getObject("result_at", Long.class),
                instant(row, "starts_at"),
                Objects.requireNonNull(instant(row, "authored_at")),
                Objects.requireNonNull(instant(row, "modified_at")),
                row.getLong("version"),
                row.getObject("over_at", Long.class) != null,
                requester == null ? null : new PerformerId(requester),
                row.getString("number"));
    }

    /** It was accepted and not given back: the performer is told who it is. */
    public boolean isHeld() {
        return switch (status) {
            case "accepted", "in-progress", "completed" -> true;
            default -> false;
        };
    }

    /** The ETag. */
    public String tag() {
        return "W/\"" + version + "\"";
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
