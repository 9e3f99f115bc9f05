package care.throughline.command.intake;

import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.Urgency;
import java.util.Set;

/**
 * What somebody else asks of us for one person, whatever format it came in.
 *
 * @param person who it is for
 * @param requester who asks
 * @param number what it calls the referral; asked again under the same number, it is the same
 * @param labels that protect it, whoever sent it
 */
public record Ask(News person, PerformerId requester, String number, Wish wish, Set<Sensitivity> labels) {

    /** That we do something, or that we do not any more. */
    public sealed interface Wish {

        record Take(Kind kind, Urgency urgency, String reason) implements Wish {}

        record Drop(String reason) implements Wish {}
    }
}
