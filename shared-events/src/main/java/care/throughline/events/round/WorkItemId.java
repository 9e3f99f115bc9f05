package care.throughline.events.round;

import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.TransitionId;
import care.throughline.events.TypedId;
import java.util.Optional;

/** A line of the desk, by the id of what it stands for: a transition, a referral, an appointment, or another kind of work. */
public record WorkItemId(String value) implements TypedId {

    /** Of most lines. */
    public static final String PREFIX = TransitionId.PREFIX;

    /** Of the barrier review of a person, before the rest of the person's own id. */
    public static final String REVIEW = "rev_";

    public WorkItemId {
        TypedId.check("", value);
    }

    public Optional<TransitionId> transition() {
        return value.startsWith(TransitionId.PREFIX) ? Optional.of(new TransitionId(value)) : Optional.empty();
    }

    public Optional<ReferralId> referral() {
        return value.startsWith(ReferralId.PREFIX) ? Optional.of(new ReferralId(value)) : Optional.empty();
    }

    public Optional<AppointmentId> appointment() {
        return value.startsWith(AppointmentId.PREFIX) ? Optional.of(new AppointmentId(value)) : Optional.empty();
    }

    /** Whose barriers are to be reviewed, if it stands for that. */
    public Optional<PatientId> review() {
        return value.startsWith(REVIEW)
                ? Optional.of(new PatientId(PatientId.PREFIX + value.substring(REVIEW.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
