package care.throughline.query.past;

import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.directory.PerformerWords;
import care.throughline.query.patients.Chart;
import care.throughline.query.patients.ChartPage;
import care.throughline.query.referrals.Referral;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chart taken apart into single facts in plain words, so that two charts can be laid beside each other. */
final class ChartFacts {

    private final ChartPage page;
    private final Map<Fact, String> facts = new LinkedHashMap<>();

    /**
     * What a fact is about, the same in both charts.
     *
     * @param topic the topic of the events that change it
     */
    record Fact(String topic, String id, String about) {}

    private ChartFacts(ChartPage page) {
        this.page = page;
    }

    /** Every fact that there is; what is not told is left out. */
    static Map<Fact, String> of(ChartPage page) {
        ChartFacts told = new ChartFacts(page);
        told.person(page.person());
        told.team(page.chart());
        page.chart().visits().forEach(told::visit);
        page.chart().work().forEach(told::work);
        page.referrals().forEach(told::referral);
        page.authorizations().forEach(told::authorization);
        return told.facts;
    }

    private void person(Chart.Person person) {
        put("PERSON", "Name", page.name());
        put("PERSON", "Middle name", person.middle());
        put("PERSON", "Birth date", person.birthDate() == null ? null : Words.date(person.birthDate()));
        put("PERSON", "Sex", page.sex());
        put("PERSON", "Language", page.language());
        put("PERSON", "Phone", page.phone());
        put("PERSON", "Address", page.address());
        put("PERSON", "Payer", person.payer());
        put("PERSON", "Race", person.race());
        put("PERSON", "Ethnicity", person.ethnicity());
        put("PERSON", "Death", person.deceased() ? "has died" + at(", ", person.diedAt()) : "");
        put(
                "PERSON",
                "Numbers",
                page.chart().numbers().stream()
                        .map(number -> number.value() + (number.retired() ? " (retired)" : ""))
                        .collect(Collectors.joining(", ")));
        put(
                "PERSON",
                "Records merged into this one",
                page.chart().records().isEmpty()
                        ? ""
                        : String.valueOf(page.chart().records().size()));
    }

    private void team(Chart chart) {
        put("TEAM", "Who is accountable", chart.coordinator().isEmpty() ? "nobody" : page.staff(chart.coordinator()));
        Chart.Handoff handoff = chart.handoff();
        put("TEAM", "Hand-off offered to", handoff == null ? "" : page.staff(handoff.to()));
    }

    private void visit(Chart.Visit visit) {
        String status = switch (visit.status()) {
            case "IN_HOUSE" -> "there";
            default -> visit.status().toLowerCase(java.util.Locale.ROOT);
        };
        put(
                "STAY",
                visit.stay(),
                "Visit at " + page.facility(visit.facility()),
                page.visitClass(visit.stayClass()) + ", " + status + at(", from ", visit.admittedAt())
                        + at(", to ", visit.dischargedAt())
                        + (visit.location() == null ? "" : ", " + visit.location()));
    }

    private void work(Chart.Work work) {
        String about = "After the discharge from " + page.facility(work.facility());
        put("TRANSITION", work.item() + "discharge", about + ": discharged", Words.date(work.dischargeDate()));
        put(
                "TRANSITION",
                work.item() + "state",
                about + ": stands",
                work.isOpen(page.today()) ? "open, window to " + Words.date(work.windowEnd()) : page.ended(work));
        put("TRANSITION", work.item() + "contact", about + ": contact", clock(work.contacted(), work.contactDue()));
        put(
                "TRANSITION",
                work.item() + "visit",
                about + ": visit",
                clock(work.visited(), work.visitDue()) + at(", booked for ", work.visitAt()));
        put(
                "TRANSITION",
                work.item() + "medicines",
                about + ": medicines",
                clock(work.reconciled(), work.reconciliationDue()));
        put(
                "TRANSITION",
                work.item() + "lace",
                about + ": LACE",
                work.lace() == null ? "" : work.lace().toString());
    }

    private void referral(Referral referral) {
        String about = ReferralFacts.about(referral);
        put("REFERRAL", referral.referral() + "state", about + ": stands", ReferralFacts.stands(referral));
        put(
                "REFERRAL",
                referral.referral() + "wait",
                about + ": waits",
                ReferralFacts.waits(referral, page.referralView()));
        put("REFERRAL", referral.referral() + "packet", about + ": packet", ReferralFacts.packet(referral));
        put("REFERRAL", referral.referral() + "visit", about + ": appointment", at("", referral.startsAt()));
    }

    private void authorization(Authorization one) {
        AuthorizationView view = page.authorizationView();
        String about = "Authorization of " + PerformerWords.of(one.specialty()).toLowerCase(Locale.ROOT);
        put("AUTHORIZATION", one.authorization() + "state", about + ": stands", view.state(one));
        put("AUTHORIZATION", one.authorization() + "wait", about + ": waits", view.due(one));
    }

    private String clock(boolean met, LocalDate due) {
        return met ? "done" : (due.isBefore(page.today()) ? "missed, was due " : "due ") + Words.date(due);
    }

    private String at(String before, @Nullable Instant instant) {
        return instant == null ? "" : before + page.moment(instant);
    }

    private void put(String topic, String about, @Nullable String value) {
        put(topic, about, about, value);
    }

    private void put(String topic, String id, String about, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(new Fact(topic, id, about), value);
        }
    }
}
