package care.throughline.query.past;

import care.throughline.events.PatientId;
import care.throughline.query.Names;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.past.PastChart.Side;
import care.throughline.query.patients.Chart;
import care.throughline.query.patients.ChartPage;
import care.throughline.query.patients.Charts;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.timeline.Moments;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a person as the patient page showed them at one moment, and at another. */
@Component
class PastCharts {

    private static final int MOMENTS = 50;
    private static final int BETWEEN = 500;

    private final Past past;
    private final Concerned concerned;
    private final Charts charts;
    private final Timelines timelines;
    private final ReferralReader referrals;
    private final AuthorizationReader authorizations;
    private final Names names;
    private final ZoneId zone;

    PastCharts(
            Past past,
            Concerned concerned,
            Charts charts,
            Timelines timelines,
            ReferralReader referrals,
            AuthorizationReader authorizations,
            Names names,
            ZoneId zone) {
        this.past = past;
        this.concerned = concerned;
        this.charts = charts;
        this.timelines = timelines;
        this.referrals = referrals;
        this.authorizations = authorizations;
        this.names = names;
        this.zone = zone;
    }

    /** Both moments; empty if nobody was known by this record at either. */
    Optional<PastChart> show(PatientId patient, Then then, Then beside, Filter filter) {
        Side one = side(patient, then, filter);
        Side other = side(patient, beside, filter);
        if (one.chart() == null && other.chart() == null) {
            return Optional.empty();
        }
        boolean forward = then.position() <= beside.position();
        Side earlier = forward ? one : other;
        Side later = forward ? other : one;
        List<String> records =
                concerned.records(List.of(patient.value()), Math.max(then.position(), beside.position()));
        List<Moment> between = timelines.between(
                records,
                earlier.then().position(),
                later.then().position(),
                earlier.then().horizon(),
                Filter.ALL,
                BETWEEN);
        return Optional.of(new PastChart(
                one,
                other,
                differences(patient, facts(earlier), facts(later), between),
                between,
                concerned.before(records, then.position()).orElse(null),
                concerned.after(records, then.position()).orElse(null)));
    }

    /** When the person of this record was erased, which holds for every moment; empty if they were not. */
    Optional<Instant> erasedAt(PatientId patient) {
        return charts.erasedAt(patient);
    }

    /** What the page showed at this moment. */
    Side side(PatientId patient, Then then, Filter filter) {
        return then.now()
                ? look(patient, then, filter, charts, timelines, referrals, authorizations)
                : past.visit(visit -> {
                    List<String> people = List.of(patient.value());
                    for (String readModel : List.of("patients", "desk", "referrals", "authorizations")) {
                        visit.apply(readModel, concerned.events(people, then, past.eventsOf(readModel)));
                    }
                    JdbcClient tables = visit.tables();
                    return look(
                            patient,
                            then,
                            filter,
                            charts.over(tables),
                            timelines.over(tables),
                            referrals.over(tables, then.position()),
                            authorizations.over(tables));
                });
    }

    private static Side look(
            PatientId patient,
            Then then,
            Filter filter,
            Charts charts,
            Timelines timelines,
            ReferralReader referrals,
            AuthorizationReader authorizations) {
        Optional<Chart> chart = charts.show(patient);
        Optional<PatientId> root =
                chart.map(shown -> new PatientId(shown.person().patient()));
        return new Side(
                then,
                chart.orElse(null),
                root.map(referrals::ofPerson).orElse(List.of()),
                root.map(authorizations::ofPerson).orElse(List.of()),
                timelines.known(patient, filter, then.position(), then.horizon(), MOMENTS));
    }

    private Map<ChartFacts.Fact, String> facts(Side side) {
        Chart chart = side.chart();
        return chart == null ? Map.of() : ChartFacts.of(page(chart, side));
    }

    private ChartPage page(Chart chart, Side side) {
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

    private static List<Difference> differences(
            PatientId patient,
            Map<ChartFacts.Fact, String> earlier,
            Map<ChartFacts.Fact, String> later,
            List<Moment> between) {
        return Compared.of(earlier, later).stream()
                .map(pair -> new Difference(
                        patient.value(),
                        pair.fact().about(),
                        pair.earlier(),
                        pair.later(),
                        between.stream()
                                .filter(moment ->
                                        moment.topic().equals(pair.fact().topic()))
                                .toList()))
                .toList();
    }
}
