package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Wait;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the page of one authorization shows.
 *
 * @param moments all that happened to it, the first first
 */
public record AuthorizationPage(Authorization one, List<Moment> moments, AuthorizationView view) {

    private static final long SUGGESTED_DAYS = 90;

    /** What is asked, in the words of whoever asked. */
    public String service() {
        return quote("authorization.Requested");
    }

    /** What the payer asks for, in its words. */
    public String asks() {
        return quote("authorization.Pended");
    }

    private String quote(String event) {
        return moments.stream()
                .filter(moment -> moment.name().equals(event))
                .map(moment -> String.valueOf(moment.quote()))
                .reduce("", (first, last) -> last);
    }

    public String name() {
        return Words.name(one.family(), one.given());
    }

    /** True while the payer has to decide on the request. */
    public boolean isOpen() {
        return one.status() == AuthorizationStatus.REQUESTED || one.status() == AuthorizationStatus.PENDED;
    }

    /** True if there is something to appeal against, and perhaps a level left. */
    public boolean canBeAppealed() {
        return (one.status() == AuthorizationStatus.DENIED || one.status() == AuthorizationStatus.PARTLY_APPROVED)
                && !(one.level() > 0 && one.isOver());
    }

    public boolean canBeAccepted() {
        return canBeAppealed() && one.waitsFor() == Wait.APPEAL;
    }

    public boolean hasRunOut() {
        return granted() && one.validUntil() != null && one.validUntil().isBefore(view.today());
    }

    public boolean canBeWithdrawn() {
        return isOpen() || one.status() == AuthorizationStatus.APPEALED || granted();
    }

    /** A last day to begin with when an approval is entered. */
    public LocalDate suggestedEnd() {
        return view.today().plus(SUGGESTED_DAYS, ChronoUnit.DAYS);
    }

    private boolean granted() {
        return one.status() == AuthorizationStatus.APPROVED || one.status() == AuthorizationStatus.PARTLY_APPROVED;
    }
}
