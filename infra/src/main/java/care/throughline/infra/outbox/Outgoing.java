package care.throughline.infra.outbox;

import care.throughline.command.exchange.Effect;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One message that is due, and how its receiver is reached now.
 *
 * @param position up to which read models must have come before it is written
 * @param content as it was written and sealed, null as long as it was not, or if it was written for another channel
 */
record Outgoing(
        long number,
        Effect effect,
        String controlId,
        long position,
        ReferralId referral,
        PatientId patient,
        PerformerId performer,
        int tries,
        Reach reach,
        @Nullable Supplier<byte[]> content) {

    static Outgoing of(ResultSet row, int rowNumber) throws SQLException {
        byte[] content = row.getBytes("content");
        boolean fits = Objects.equals(row.getString("written_for"), row.getString("channel"));
        return new Outgoing(
                row.getLong("number"),
                Effect.valueOf(row.getString("effect")),
                row.getString("control_id"),
                row.getLong("position"),
                new ReferralId(row.getString("referral")),
                new PatientId(row.getString("patient")),
                new PerformerId(row.getString("performer")),
                row.getInt("tries"),
                new Reach(
                        Reach.Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getBoolean("tls"),
                        row.getString("application"),
                        row.getString("facility")),
                content == null || !fits ? null : () -> content);
    }
}
