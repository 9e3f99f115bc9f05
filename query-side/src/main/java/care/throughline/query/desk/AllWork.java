package care.throughline.query.desk;

import care.throughline.events.AppointmentId;
import care.throughline.events.AuthorizationId;
import care.throughline.events.ReferralId;
import care.throughline.query.Names;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.calendar.Duty;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.referrals.Referral;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the worklist with all kinds of work in one order. */
@Component
public class AllWork {

    private final Worklists transitions;
    private final ReferralWork referrals;
    private final AuthorizationWork authorizations;
    private final AppointmentWork appointments;
    private final Names names;
    private final ZoneId zone;

    AllWork(
            Worklists transitions,
            ReferralWork referrals,
            AuthorizationWork authorizations,
            AppointmentWork appointments,
            Names names,
            ZoneId zone) {
        this.transitions = transitions;
        this.referrals = referrals;
        this.authorizations = authorizations;
        this.appointments = appointments;
        this.names = names;
        this.zone = zone;
    }

    /** One page of it.
     *
     * @param next the place to ask on from, null at the end
     */
    public record Found(List<Shown> lines, @Nullable Place next) {}

    /** The same queries on other tables: those of the past at that position. */
    public AllWork over(JdbcClient tables, long position) {
        return new AllWork(
                transitions.over(tables),
                referrals.over(tables, position),
                authorizations.over(tables),
                appointments.over(tables),
                names,
                zone);
    }

    /** One page of it; nothing is cached, so it is as fresh as the projections. */
    public Found find(FindWorklist query) {
        Worklist first = transitions.find(query);
        int size = query.size();
        List<Shown> lines = Stream.<Stream<? extends Shown>>of(
                        first.lines().stream().map(line -> ShownLine.of(line, query.today(), zone, names)),
                        referrals.find(query, size + 1).entrySet().stream().map(one -> shown(one, query.today())),
                        authorizations.find(query, size + 1).entrySet().stream()
                                .map(one -> authorization(one, query.now())),
                        appointments.find(query, size + 1).stream()
                                .map(chore -> ShownAppointment.of(chore, query.today(), zone)))
                .flatMap(kind -> kind.<Shown>map(line -> line))
                .sorted(Shown.IN_ORDER)
                .limit(size + 1L)
                .toList();
        boolean more = lines.size() > size || first.next() != null;
        List<Shown> shown = lines.subList(0, Math.min(size, lines.size()));
        return new Found(shown, more ? shown.getLast().place() : null);
    }

    /** One line, open or not. */
    Optional<Shown> show(String item, LocalDate today, Instant now) {
        if (item.startsWith(AuthorizationId.PREFIX)) {
            return authorizations.show(item).map(one -> authorization(one, now));
        }
        if (item.startsWith(AppointmentId.PREFIX) || item.startsWith(Duty.REVIEW)) {
            return appointments.show(item, today).map(chore -> ShownAppointment.of(chore, today, zone));
        }
        return item.startsWith(ReferralId.PREFIX)
                ? referrals.show(item).map(one -> shown(one, today))
                : transitions.show(item).map(line -> ShownLine.of(line, today, zone, names));
    }

    private Shown shown(Map.Entry<Place, Referral> one, LocalDate today) {
        Referral referral = one.getValue();
        return ShownReferral.of(referral, one.getKey(), referrals.told(referral), today, zone, names);
    }

    /** How many lines each filter has, counted to {@link Worklists#COUNTED} and one more. */
    Map<Filter, Integer> count(String viewer, LocalDate today, Instant now) {
        Map<Filter, Integer> counts = transitions.count(viewer, today, now);
        counts.replaceAll((filter, count) -> count
                + referrals.count(filter, viewer, today, now)
                + authorizations.count(filter, viewer, today, now)
                + appointments.count(filter, viewer, today, now));
        return counts;
    }

    private ShownAuthorization authorization(Map.Entry<Place, Authorization> one, Instant now) {
        return ShownAuthorization.of(one.getValue(), one.getKey(), now, zone, names);
    }
}
