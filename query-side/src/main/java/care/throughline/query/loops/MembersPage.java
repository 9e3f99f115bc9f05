package care.throughline.query.loops;

import care.throughline.events.AuthorizationId;
import care.throughline.query.loops.LoopReports.Member;
import java.util.List;

/**
 * The referrals behind one number.
 *
 * @param began what happened on the first day, {@code ended} on the last
 * @param judged whether only some of them count
 */
public record MembersPage(
        String title, String began, String ended, boolean judged, String definition, List<Member> members) {

    static MembersPage ofClosure(int within, List<Member> members) {
        return new MembersPage(
                "Referral loops closed within " + within + " days",
                "Sent",
                "Closed",
                true,
                LoopSql.CLOSURE_VERSION,
                members);
    }

    static MembersPage ofWaits(Milestone from, Milestone to, List<Member> members) {
        return new MembersPage(
                "Days from “" + from.label() + "” to “" + to.label() + "”",
                from.label(),
                to.label(),
                false,
                LoopSql.WAIT_VERSION,
                members);
    }

    /** Decisions of payers: of requests those count that were denied, of appeals those that changed something. */
    static MembersPage ofRulings(boolean appeals, List<Member> members) {
        return new MembersPage(
                appeals ? "Appeals decided" : "Requests decided by payers",
                appeals ? "Filed" : "Requested",
                "Decided",
                true,
                RulingSql.VERSION,
                members);
    }

    /** Where somebody who works on it finds a member. */
    public static String path(Member member) {
        return (member.referral().startsWith(AuthorizationId.PREFIX) ? "/authorizations/" : "/referrals/")
                + member.referral();
    }

    /** Whom a performer saw last. */
    public static MembersPage ofSeen(String performer, List<Member> members) {
        return new MembersPage(
                "Days until " + performer + " saw somebody", "Asked", "Seen", false, LoopSql.SEEN_VERSION, members);
    }
}
