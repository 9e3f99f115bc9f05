package care.throughline.events;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One appointment of a patient. That of a referral or of a transition is named after it, because its time stands there and
 * nowhere else.
 */
public record AppointmentId(String value) implements TypedId {

    public static final String PREFIX = "apt_";

    private static final String OF_REFERRAL = PREFIX + "ref-";
    private static final String OF_TRANSITION = PREFIX + "trn-";

    /** Longer than other ids, so that the name of a referral fits in. */
    private static final Pattern LONGER = Pattern.compile(PREFIX + "[A-Za-z0-9-]{1,80}");

    public AppointmentId {
        if (!LONGER.matcher(value).matches()) {
            throw new IllegalArgumentException("expected an identifier that starts with '" + PREFIX + "'");
        }
    }

    /** The appointment that a performer gave for this referral; after a missed one, the next. */
    public static AppointmentId of(ReferralId referral) {
        return new AppointmentId(OF_REFERRAL + referral.value().substring(ReferralId.PREFIX.length()));
    }

    /** The follow-up visit of this transition. */
    public static AppointmentId of(TransitionId transition) {
        return new AppointmentId(OF_TRANSITION + transition.value().substring(TransitionId.PREFIX.length()));
    }

    /** The referral in which its time stands, if it is one of a referral. */
    public Optional<ReferralId> referral() {
        return value.startsWith(OF_REFERRAL)
                ? Optional.of(new ReferralId(ReferralId.PREFIX + value.substring(OF_REFERRAL.length())))
                : Optional.empty();
    }

    /** The transition in which its time stands, if it is one of a transition. */
    public Optional<TransitionId> transition() {
        return value.startsWith(OF_TRANSITION)
                ? Optional.of(new TransitionId(TransitionId.PREFIX + value.substring(OF_TRANSITION.length())))
                : Optional.empty();
    }

    /** True if its time stands here, and in no referral or transition. */
    public boolean isOurs() {
        return !value.startsWith(OF_REFERRAL) && !value.startsWith(OF_TRANSITION);
    }

    @Override
    public String toString() {
        return value;
    }
}
