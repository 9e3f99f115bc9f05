package care.throughline.query.desk;

import care.throughline.query.Outbox;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the referrals about which another's system was not told what it should have been. */
@Component
public final class Untold {

    private static final int SHOWN = 20;

    private final Outbox outbox;
    private final ReferralReader referrals;
    private final ZoneId zone;

    Untold(Outbox outbox, ReferralReader referrals, ZoneId zone) {
        this.outbox = outbox;
        this.referrals = referrals;
        this.zone = zone;
    }

    /** The oldest first; of one's own and those that nobody is accountable for, or of everybody.
     *
     * @param viewer whose, empty for everybody's
     */
    List<Line> lines(String viewer) {
        List<Outbox.Message> stuck =
                outbox.open().stream().filter(Outbox.Message::stuck).toList();
        Map<String, Referral> about = referrals.all(
                stuck.stream().map(Outbox.Message::referral).distinct().toList());
        return stuck.stream()
                .flatMap(message -> Stream.ofNullable(about.get(message.referral()))
                        .filter(referral -> isOf(viewer, referral))
                        .map(referral -> new Line(referral, message.performer(), why(message))))
                .limit(SHOWN)
                .toList();
    }

    private static boolean isOf(String viewer, Referral referral) {
        return viewer.isEmpty()
                || referral.coordinator().isEmpty()
                || referral.coordinator().equals(viewer);
    }

    private String why(Outbox.Message message) {
        if (message.state().equals("REFUSED")) {
            return message.answer().equals("NotConsented")
                    ? "is not told: no consent of the patient names it. Record one, then have the message tried again."
                    : "has refused our message. Call them.";
        }
        return "has not taken our message since " + Words.moment(message.queuedAt(), zone) + ". Call them.";
    }

    /** One message that nobody has, and what to do about it. */
    public record Line(Referral referral, String receiver, String why) {

        public String name() {
            return Words.name(referral.family(), referral.given());
        }
    }
}
