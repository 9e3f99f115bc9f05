package care.throughline.query.referrals;

import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.Outbox;
import care.throughline.query.directory.Entry;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the page of one referral shows.
 *
 * @param couldBeAsked who does this, has room and was not asked yet, the best first
 * @param told what each performer's own system is told, by performer
 * @param moments all that happened to it, the first first
 */
public record ReferralPage(
        Referral referral,
        List<Referral.Candidate> candidates,
        List<Referral.Place> places,
        List<Entry> couldBeAsked,
        Map<String, Outbox.Message> told,
        List<Moment> moments,
        ReferralView view) {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** What is asked, in the words of whoever drafted it. */
    public String reason() {
        return quote("referral.Drafted");
    }

    /** What was reported back, as last told; empty if nothing was. */
    public String result() {
        return quote("referral.ResultReported");
    }

    private String quote(String event) {
        return moments.stream()
                .filter(moment -> moment.name().equals(event))
                .map(moment -> String.valueOf(moment.quote()))
                .reduce("", (first, last) -> last);
    }

    /** What the packet holds or should hold. */
    public List<PacketItem> items() {
        return Arrays.stream(PacketItem.values())
                .filter(item ->
                        referral.needed().contains(item) || referral.packet().contains(item))
                .toList();
    }

    public List<PacketItem> missing() {
        return referral.needed().stream()
                .filter(item -> !referral.packet().contains(item))
                .toList();
    }

    /** True while somebody else can be asked. */
    public boolean canBeSent() {
        return !referral.isAskedOfUs()
                && (referral.status() == ReferralStatus.CREATED || referral.status() == ReferralStatus.DECLINED);
    }

    public boolean canBeCancelled() {
        return !referral.isOver()
                && !referral.isAskedOfUs()
                && referral.status() != ReferralStatus.SEEN
                && referral.status() != ReferralStatus.CANCELLATION_REQUESTED;
    }

    /** Who should be asked next when those asked do not answer; empty if there is nobody. */
    public List<Entry> proposed() {
        boolean stuck = referral.isStuck(view.today()) || referral.status() == ReferralStatus.DECLINED;
        return stuck && canBeSent() ? couldBeAsked.stream().limit(1).toList() : List.of();
    }

    /** What a performer's own system knows, empty if people tell it. */
    public String told(Referral.Candidate candidate) {
        return told(candidate.performer());
    }

    /** What the system of whoever asks us knows of our answer, empty if people tell it. */
    public String toldAsker() {
        return told(String.valueOf(referral.askedBy()));
    }

    private String told(String system) {
        Outbox.Message last = told.get(system);
        if (last == null) {
            return "";
        }
        return switch (last.state()) {
            case "SENT" ->
                "Its system was told"
                        + (last.settledAt() == null ? "." : " " + Words.moment(last.settledAt(), view.zone()) + ".");
            case "GIVEN_UP" -> "Its system was not told: " + last.reason() + ".";
            case "REFUSED" ->
                last.answer().equals("NotConsented")
                        ? "Not told: no consent of the patient names this performer. Record one, then have the message tried again."
                        : "Its system has refused the message. Call them.";
            case "WAITING" ->
                last.stuck()
                        ? "Its system has not taken the message since " + Words.moment(last.queuedAt(), view.zone())
                                + ". Call them."
                        : "Its system is being told.";
            default -> "";
        };
    }

    /** A time to begin with when an appointment is entered: a week from today at ten. */
    public String suggestedTime() {
        LocalDate day = view.today().plusDays(7);
        return day.atTime(MORNING).toString();
    }

    public String name() {
        return Words.name(referral.family(), referral.given());
    }
}
