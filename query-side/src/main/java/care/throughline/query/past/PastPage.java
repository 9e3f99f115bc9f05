package care.throughline.query.past;

import care.throughline.events.StaffId;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.Names;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.desk.FindWorklist;
import care.throughline.query.patients.Chart;
import care.throughline.query.patients.ChartPage;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralView;
import care.throughline.query.timeline.Moments;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.transitions.Board;
import care.throughline.query.transitions.BoardPage;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages about the past.
 *
 * @param then the moment asked about
 * @param beside the moment beside it
 */
public record PastPage(Asked asked, Then then, Then beside, ZoneId zone, Names names) {

    /** The moment in a sentence: what was known, and of that what had happened. */
    public String sentence(Then moment) {
        String known = moment.now() ? "Now" : "As known on " + moment(moment.at());
        Instant horizon = moment.happenedBy();
        return known + (horizon == null ? "" : ", of what had happened by " + moment(horizon));
    }

    /** Which event was the last one known. */
    public String last(Then moment) {
        return moment.position() < 0 ? "Nothing had been told yet" : "Event " + moment.position() + " was the last one";
    }

    /** The day of the moment asked about, as addresses take it. */
    public String day() {
        return LocalDate.ofInstant(then.at(), zone).toString();
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    /** The instant as a field for day and time takes it; empty for none. */
    public String field(@Nullable Instant instant) {
        return instant == null
                ? ""
                : LocalDateTime.ofInstant(instant, zone)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    /** The field of the moment beside; empty for now. */
    public String besideField() {
        return beside.now() ? "" : field(beside.at());
    }

    /** True if there is nothing to lay beside now. */
    public boolean isNow() {
        return then.now() && beside.now();
    }

    /** How the two columns are called. */
    public String label(Then moment) {
        return moment.now() ? "Now" : moment(moment.at());
    }

    /** The earlier of the two moments. */
    public Then earlier() {
        return then.position() <= beside.position() ? then : beside;
    }

    /** The later of the two moments. */
    public Then later() {
        return then.position() <= beside.position() ? beside : then;
    }

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }

    public List<StaffId> coordinators() {
        return names.coordinators();
    }

    /** The chart with the words of the patient page, judged at its moment. */
    public ChartPage chart(PastChart.Side side, Chart chart) {
        return new ChartPage(
                chart,
                side.referrals(),
                side.authorizations(),
                side.moments(),
                Filter.STORY,
                Moments.Order.RECORDED,
                "",
                side.then().judgedAt(),
                zone,
                names);
    }

    /** The filter of a worklist as it stands in addresses. */
    public static String key(FindWorklist.Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /** The words of the pages about referrals, judged at the moment of this side. */
    public ReferralView referrals(Then moment) {
        return new ReferralView(moment.today(zone), zone, names);
    }

    /** The words of the pages about authorizations, judged at the moment of this side. */
    public AuthorizationView authorizations(Then moment) {
        return new AuthorizationView(moment.judgedAt(), zone, names);
    }

    /** The referrals in this state. */
    public static List<Referral> in(List<Referral> referrals, ReferralStatus status) {
        return referrals.stream()
                .filter(referral -> referral.status() == status)
                .toList();
    }

    /** The board with the words of its page. */
    public BoardPage board(PastList.Side<Board> side) {
        return Recipes.page(side, zone, names);
    }
}
