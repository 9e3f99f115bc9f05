package care.throughline.query.past;

import care.throughline.query.directory.PerformerWords;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralLabels;
import care.throughline.query.referrals.ReferralView;
import java.util.Locale;

/** What a referral reads like, in plain words that stay the same while nothing happens to it. */
final class ReferralFacts {

    private ReferralFacts() {}

    /** What it is for. */
    static String about(Referral referral) {
        return "Referral to " + PerformerWords.of(referral.specialty()).toLowerCase(Locale.ROOT);
    }

    /** The state, and who has it. */
    static String stands(Referral referral) {
        String performer = referral.performerName();
        return ReferralLabels.of(referral.status()) + (performer == null ? "" : ", " + performer);
    }

    /** What is waited for, whose turn it is and the packet; empty if nothing is. */
    static String waits(Referral referral, ReferralView view) {
        return referral.waitsFor() == null ? "" : view.due(referral) + ", by turn of " + view.holder(referral);
    }

    /** The packet as far as it is there. */
    static String packet(Referral referral) {
        return referral.packet().size() + " of " + referral.needed().size() + " in the packet";
    }

    /** All of it in one line. */
    static String whole(Referral referral, ReferralView view) {
        String waits = waits(referral, view);
        return about(referral) + ": " + stands(referral) + (waits.isEmpty() ? "" : ". " + waits);
    }
}
