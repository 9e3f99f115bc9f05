package care.throughline.query.referrals;

import care.throughline.events.referral.ReferralStatus;
import java.util.Arrays;
import java.util.List;

/** What the board shows: a lane for every state. */
public record BoardPage(ShowReferrals asked, List<Referral> referrals, ReferralView view) {

    public List<ReferralStatus> open() {
        return Arrays.stream(ReferralStatus.values())
                .filter(status -> !status.isOver())
                .toList();
    }

    public List<ReferralStatus> over() {
        return Arrays.stream(ReferralStatus.values())
                .filter(ReferralStatus::isOver)
                .toList();
    }

    public List<Referral> in(ReferralStatus status) {
        return referrals.stream()
                .filter(referral -> referral.status() == status)
                .toList();
    }

    public long stuck() {
        return referrals.stream()
                .filter(referral -> referral.isStuck(asked.today()))
                .count();
    }
}
