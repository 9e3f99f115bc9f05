package care.throughline.events.round;

import care.throughline.events.ReferralId;
import care.throughline.events.TransitionId;
import care.throughline.events.TypedId;
import java.util.Optional;

/** A line of the desk, by the id of what it stands for: a transition, a referral, or another kind of work. */
public record WorkItemId(String value) implements TypedId {

    /** Of most lines. */
    public static final String PREFIX = TransitionId.PREFIX;

    public WorkItemId {
        TypedId.check("", value);
    }

    public Optional<TransitionId> transition() {
        return value.startsWith(TransitionId.PREFIX) ? Optional.of(new TransitionId(value)) : Optional.empty();
    }

    public Optional<ReferralId> referral() {
        return value.startsWith(ReferralId.PREFIX) ? Optional.of(new ReferralId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
