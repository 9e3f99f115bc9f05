package care.throughline.query.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.RuleRef;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Progress;
import care.throughline.query.ReadModel;
import care.throughline.query.measures.MeasureReports.Line;
import care.throughline.query.measures.MeasureReports.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final FacilityCode RIVERBEND = new FacilityCode("RVBND");
    private static final PatientId ANNA = new PatientId("pat_anna");
    private static final PatientId ANN = new PatientId("pat_ann");
    private static final RuleRef RULE = new RuleRef("tcm", "1");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final ReadModel model = ReadModel.of(db -> new Measures(db, ZONE));
    private final MeasureReports reports = new MeasureReports(model.db(), new AtPosition(42), patients -> {});

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_readmission_under_another_record_counts_once_the_records_are_merged_and_no_longer_after_an_unmerge() {
        model.told(stay("a", ANNA, "2026-10-01", "2026-10-05"), stay("b", ANN, "2026-10-15", null));
        assertThat(line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 0));

        model.told(new PatientEvent.MergedInto(ANN, ANNA, MergeKind.TOLD, at("2026-10-16")));
        assertThat(line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 1));

        model.told(new PatientEvent.Unmerged(ANN, ANNA, Personal.of(ANN, "two people"), at("2026-10-17")));
        assertThat(line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 0));
    }

    @Test
    void every_member_has_the_positions_of_the_events_that_put_it_there() {
        model.told(stay("a", ANNA, "2026-10-01", "2026-10-05"), stay("b", ANNA, "2026-10-15", null));

        assertThat(members(Measure.READMISSION)).singleElement().satisfies(member -> {
            assertThat(member.counts()).isTrue();
            assertThat(member.because()).isEqualTo("stay_b");
            assertThat(member.receipt()).containsExactly(1L, 2L);
        });
    }

    @Test
    void what_is_handed_over_as_history_counts_for_nothing() {
        model.told(picture("a", ANNA, "2026-10-01", "2026-10-05", true));

        assertThat(members(Measure.READMISSION)).isEmpty();
    }

    @Test
    void a_contact_by_the_due_day_is_timely_and_one_after_it_is_not() {
        model.told(opened("in-time"), opened("late"), opened("never"));
        model.told(contact("in-time", "2026-10-07"), contact("late", "2026-10-08"));

        assertThat(line(Measure.TIMELY_CONTACT)).isEqualTo(new Line(OCTOBER, "RVBND", 3, 1));
    }

    @Test
    void nobody_is_judged_before_the_day_it_was_due_has_passed() {
        model.told(opened("open"));

        assertThat(reports.findMembers(Measure.TIMELY_CONTACT, OCTOBER, null, day("2026-10-07")))
                .isEmpty();
        assertThat(reports.findMembers(Measure.TIMELY_CONTACT, OCTOBER, null, day("2026-10-08")))
                .hasSize(1);
    }

    @Test
    void a_death_before_the_contact_was_due_leaves_nobody_to_contact() {
        model.told(opened("died"));
        model.told(new TransitionEvent.EndedByDeath(new TransitionId("trn_died"), at("2026-10-06")));

        assertThat(members(Measure.TIMELY_CONTACT)).isEmpty();
    }

    @Test
    void a_cancelled_discharge_counts_for_nothing_and_counts_again_when_resumed() {
        model.told(opened("a"));
        model.told(new TransitionEvent.Voided(
                new TransitionId("trn_a"), TransitionEvent.VoidReason.DISCHARGE_CANCELLED, at("2026-10-06")));
        assertThat(members(Measure.TIMELY_VISIT)).isEmpty();

        TransitionEvent.Opened opened = opened("a");
        model.told(new TransitionEvent.Resumed(
                opened.transition(), opened.discharge(), opened.clocks(), at("2026-10-07")));
        assertThat(members(Measure.TIMELY_VISIT)).hasSize(1);
    }

    @Test
    void at_high_complexity_the_visit_is_due_within_7_days() {
        model.told(opened("a"), opened("b"));
        model.told(
                new TransitionEvent.ComplexityJudged(
                        new TransitionId("trn_a"), Complexity.HIGH, day("2026-10-12"), at("2026-10-06")),
                visit("a", "2026-10-15"),
                visit("b", "2026-10-15"));

        assertThat(members(Measure.TIMELY_VISIT)).extracting(Member::counts).containsExactly(false, true);
    }

    @Test
    void failed_attempts_and_news_without_effect_change_no_number() {
        model.told(opened("a"));
        model.told(new TransitionEvent.OutreachAttempted(
                new TransitionId("trn_a"),
                "1",
                Channel.PHONE,
                Outcome.NO_ANSWER,
                2,
                Personal.of(ANNA, "note"),
                at("2026-10-06")));

        assertThat(members(Measure.TIMELY_CONTACT))
                .singleElement()
                .satisfies(member -> assertThat(member.counts()).isFalse());
    }

    @Test
    void a_report_says_from_which_definition_and_up_to_which_position_it_was_computed() {
        var report = reports.findReport(Measure.READMISSION, OCTOBER, OCTOBER, day("2026-11-20"));

        assertThat(report.position()).isEqualTo(42);
        assertThat(report.definition()).isEqualTo("readmission-30d/1");
        assertThat(report.total().rate()).isNull();
    }

    private Line line(Measure measure) {
        return reports.findReport(measure, OCTOBER, OCTOBER, day("2026-11-20"))
                .lines()
                .getFirst();
    }

    private List<Member> members(Measure measure) {
        return reports.findMembers(measure, OCTOBER, "RVBND", day("2026-11-20"));
    }

    private static StayEvent stay(String name, PatientId patient, String from, @Nullable String to) {
        return picture(name, patient, from, to, false);
    }

    private static StayEvent picture(
            String name, PatientId patient, String from, @Nullable String to, boolean historical) {
        StayId id = new StayId("stay_" + name);
        Instant out = to == null ? null : at(to);
        Disposition home = to == null ? null : new Disposition("01");
        StayReport report = new StayReport(
                StayReport.Kind.ADMITTED,
                RIVERBEND,
                at(from),
                name,
                patient,
                StayClass.IMP,
                at(from),
                out,
                home,
                "E",
                null,
                Personal.of(patient, new StayReport.Details(name, List.of(), null, null)));
        StayPicture picture = new StayPicture(
                id,
                patient,
                RIVERBEND,
                StayClass.IMP,
                List.of(StayClass.IMP),
                to == null ? Status.IN_HOUSE : Status.DISCHARGED,
                at(from),
                at(from),
                out,
                home,
                "E",
                null,
                Set.of(RIVERBEND),
                historical);
        return new StayEvent.Admitted(id, report, picture, at(from));
    }

    private static TransitionEvent.Opened opened(String name) {
        Discharge discharge = new Discharge(
                new StayId("stay_" + name),
                ANNA,
                RIVERBEND,
                StayClass.IMP,
                at("2026-10-01"),
                at("2026-10-05"),
                day("2026-10-05"),
                new Disposition("01"));
        Clocks clocks = new Clocks(day("2026-10-07"), day("2026-10-12"), day("2026-10-19"), day("2026-11-03"), RULE);
        return new TransitionEvent.Opened(new TransitionId("trn_" + name), discharge, clocks, at("2026-10-05"));
    }

    private static TransitionEvent contact(String name, String on) {
        return new TransitionEvent.ContactMade(new TransitionId("trn_" + name), "1", true, RULE, at(on));
    }

    private static TransitionEvent visit(String name, String on) {
        return new TransitionEvent.VisitKept(new TransitionId("trn_" + name), true, RULE, at(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String day) {
        return day(day).atTime(10, 0).atZone(ZONE).toInstant();
    }

    /** A read model that has applied everything up to one position. */
    private record AtPosition(long position) implements Progress {
        @Override
        public boolean await(String projection, long wanted, Duration atMost) {
            return true;
        }

        @Override
        public long position(String projection) {
            return position;
        }
    }
}
