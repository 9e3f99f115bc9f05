package care.throughline.query.desk;

import care.throughline.events.referral.Wait;
import care.throughline.query.Names;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralView;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * A referral that waits for somebody, as the desk tells it.
 *
 * @param told what performers were told whom a death let go, to be read; else empty
 * @param holder whose turn it is
 * @param due what is waited for, and whether it should have come already
 * @param tone the class that gives it its colour
 */
public record ShownReferral(
        Referral referral, Place place, List<String> told, String holder, String due, String age, String tone)
        implements Shown {

    static ShownReferral of(
            Referral referral, Place place, List<String> told, LocalDate today, ZoneId zone, Names names) {
        ReferralView view = new ReferralView(today, zone, names);
        return new ShownReferral(
                referral,
                place,
                told,
                view.holder(referral),
                view.due(referral),
                view.age(referral),
                view.tone(referral));
    }

    @Override
    public String item() {
        return referral.referral();
    }

    @Override
    public String who() {
        return Words.name(referral.family(), referral.given());
    }

    /** What happens next, and by whom. */
    public String otherwise() {
        Wait wait = Objects.requireNonNull(referral.waitsFor(), "a referral on the desk waits for something");
        return referral.isAskedOfUs() ? otherwiseOfUs(wait) : otherwise(wait);
    }

    private static String otherwiseOfUs(Wait wait) {
        return switch (wait) {
            case ANSWER -> "Whoever asks us waits. Accept it, or decline it with a reason.";
            case APPOINTMENT -> "The patient and whoever asks us wait for an appointment.";
            case VISIT, RESULT -> "Whoever asks us does not hear what came of it. Report back.";
            case CONFIRMATION -> "Whoever asked does not want it any more. Confirm that it is cancelled.";
            case SENDING, OTHER_PERFORMER, READING, ACKNOWLEDGEMENT -> otherwise(wait);
        };
    }

    private static String otherwise(Wait wait) {
        return switch (wait) {
            case SENDING -> "The patient waits and nobody else knows of it.";
            case ANSWER -> "Call those who were asked, or ask somebody else as well; its page proposes whom.";
            case OTHER_PERFORMER -> "Nobody has it. Ask somebody else; its page proposes whom.";
            case APPOINTMENT -> "Call them for an appointment, or ask to cancel and choose another.";
            case VISIT -> "Ask whether the patient came.";
            case RESULT -> "The visit stays without a result. Call them for it.";
            case READING -> "The result is back and nobody acts on it.";
            case ACKNOWLEDGEMENT -> "The line stays; nothing else is asked of anybody.";
            case CONFIRMATION -> "They may still expect the patient. Call them.";
        };
    }
}
