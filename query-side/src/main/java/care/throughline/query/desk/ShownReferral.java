package care.throughline.query.desk;

import care.throughline.query.Names;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A referral that waits for somebody, as the desk tells it.
 *
 * @param holder whose turn it is
 * @param due what is waited for, and whether it should have come already
 * @param tone the class that gives it its colour
 */
public record ShownReferral(Referral referral, Place place, String holder, String due, String age, String tone)
        implements Shown {

    static ShownReferral of(Referral referral, Place place, LocalDate today, ZoneId zone, Names names) {
        ReferralView view = new ReferralView(today, zone, names);
        return new ShownReferral(
                referral, place, view.holder(referral), view.due(referral), view.age(referral), view.tone(referral));
    }

    @Override
    public String item() {
        return referral.referral();
    }

    /** What happens next, and by whom. */
    public String otherwise() {
        return switch (Objects.requireNonNull(referral.waitsFor(), "a referral on the desk waits for something")) {
            case SENDING -> "The patient waits and nobody else knows of it.";
            case ANSWER -> "Call those who were asked, or ask somebody else as well; its page proposes whom.";
            case OTHER_PERFORMER -> "Nobody has it. Ask somebody else; its page proposes whom.";
            case APPOINTMENT -> "Call them for an appointment, or ask to cancel and choose another.";
            case VISIT -> "Ask whether the patient came.";
            case RESULT -> "The visit stays without a result. Call them for it.";
            case READING -> "The result is back and nobody acts on it.";
            case CONFIRMATION -> "They may still expect the patient. Call them.";
        };
    }
}
