package care.throughline.query.referrals;

import care.throughline.events.referral.ReferralStatus;

/**
 * What a performer sees of the one referral that its link opens.
 *
 * @param answer how it stands with this performer: asked, accepted, declined or released
 */
public record LinkPage(ReferralPage page, Referral.Candidate answer, String address) {

    /** True if something is expected of this performer. */
    public boolean isConcerned() {
        return !referral().isOver() && (isAsked() || isHolder());
    }

    /** Asked and not answered: told what is needed, and not yet who it is. */
    public boolean isAsked() {
        return answer.answer().equals("ASKED");
    }

    /** Has accepted: told everything. */
    public boolean isHolder() {
        return answer.performer().equals(referral().performer());
    }

    public boolean awaitsAppointment() {
        return switch (referral().status()) {
            case ACCEPTED, MISSED, APPOINTMENT_CANCELLED -> true;
            case CREATED, DECLINED, SCHEDULED, SEEN, CANCELLATION_REQUESTED, CANCELLED, CLOSED -> false;
        };
    }

    public boolean is(ReferralStatus status) {
        return referral().status() == status;
    }

    /** Where a form goes. */
    public String to(String what) {
        return address + "/" + what;
    }

    /** Why nothing is expected, for whoever is not concerned any more. */
    public String ending() {
        if (referral().status() == ReferralStatus.CLOSED && isHolder()) {
            return "Your report was read. Thank you: nothing more is expected of you.";
        }
        if (referral().isOver()) {
            return "This referral was cancelled. Nothing is expected of you.";
        }
        return answer.answer().equals("DECLINED")
                ? "You have declined this referral. Nothing is expected of you."
                : "Another performer has accepted this referral. Nothing is expected of you. Thank you.";
    }

    private Referral referral() {
        return page.referral();
    }
}
