package care.throughline.command.transition;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.rules.Rules;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneyTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Rules RULES = Rules.us2026();
    private static final PicturedStay INDEX = stay("a", "2026-10-01T10:00", "2026-10-05T15:00");

    @Test
    void a_discharge_home_runs_until_something_ends_it() {
        assertThat(planOf(INDEX)).isInstanceOf(Plan.Run.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-03T23:00, true", "2026-11-04T00:30, false"})
    void an_admission_ends_it_up_to_the_last_day_of_the_window(String admitted, boolean ends) {
        Plan plan = planOf(INDEX, stay("b", admitted, null));
        assertThat(plan instanceof Plan.EndByReadmission).isEqualTo(ends);
    }

    @Test
    void a_planned_admission_ends_it_too_and_is_told_as_planned() {
        assertThat(planOf(INDEX, stay("b", "2026-10-10T10:00", null).type("C")))
                .isInstanceOfSatisfying(
                        Plan.EndByReadmission.class,
                        end -> assertThat(end.planned()).isTrue());
    }

    @Test
    void emergency_visits_observation_plans_cancelled_and_old_stays_do_not_end_it() {
        PicturedStay back = stay("b", "2026-10-10T10:00", null);
        assertThat(planOf(INDEX, back.as(StayClass.EMER))).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX, back.as(StayClass.OBS))).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX, back.now(Status.PLANNED))).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX, back.now(Status.CANCELLED))).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX, back.outOfRecords())).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX, stay("b", "2026-09-01T10:00", "2026-09-03T10:00")))
                .isInstanceOf(Plan.Run.class);
    }

    @Test
    void whichever_comes_first_ends_it_the_death_or_the_admission() {
        PicturedStay back = stay("b", "2026-10-10T10:00", null);
        assertThat(planOf(at("2026-10-09T10:00"), INDEX, back)).isInstanceOf(Plan.EndByDeath.class);
        assertThat(planOf(at("2026-10-11T10:00"), INDEX, back)).isInstanceOf(Plan.EndByReadmission.class);
        assertThat(planOf(at("2026-11-04T10:00"), INDEX)).isInstanceOf(Plan.Run.class);
    }

    @Test
    void what_is_not_a_discharge_home_says_why() {
        assertNone(VoidReason.DISCHARGE_CANCELLED, stay("a", "2026-10-01T10:00", null));
        assertNone(VoidReason.ADMISSION_CANCELLED, INDEX.now(Status.CANCELLED));
        assertNone(VoidReason.CLASS_WITHOUT_TRANSITION, INDEX.as(StayClass.EMER));
        assertNone(VoidReason.NOT_DISCHARGED_HOME, INDEX.to("03"));
        assertNone(VoidReason.NOT_DISCHARGED_HOME, INDEX.to("02"));
        assertNone(
                VoidReason.TRANSFERRED_TO_OTHER_HOSPITAL,
                INDEX.to("02"),
                stay("b", "2026-10-06T01:00", null).at("STCLR"));
        assertNone(
                VoidReason.SAME_DISCHARGE_AS_OTHER_STAY,
                INDEX,
                stay("b", "2026-10-01T11:00", "2026-10-05T14:00").at("STCLR"));
        assertThat(plans(null, INDEX.outOfRecords())).isEmpty();
    }

    @Test
    void a_discharge_to_who_knows_where_and_one_from_observation_open_one() {
        assertThat(planOf(INDEX.to(null))).isInstanceOf(Plan.Run.class);
        assertThat(planOf(INDEX.as(StayClass.OBS))).isInstanceOf(Plan.Run.class);
    }

    @Test
    void risk_counts_days_acuity_comorbidities_and_emergency_visits_of_the_six_months_before() {
        Lace lace = Objects.requireNonNull(((Plan.Run) planOf(
                        INDEX,
                        stay("e1", "2026-09-20T10:00", "2026-09-20T12:00").as(StayClass.EMER),
                        stay("e2", "2026-04-01T10:00", "2026-04-01T12:00")
                                .as(StayClass.EMER)
                                .outOfRecords(),
                        stay("e3", "2026-03-31T10:00", "2026-03-31T12:00").as(StayClass.EMER),
                        stay("e4", "2026-10-01T08:00", "2026-10-01T10:00").as(StayClass.EMER)))
                .lace());
        assertThat(lace.losDays()).isEqualTo(4);
        assertThat(lace.acute()).isTrue();
        assertThat(lace.charlson()).isEqualTo(2);
        assertThat(lace.emergencyVisits()).isEqualTo(2);
        assertThat(lace.score()).isEqualTo(4 + 3 + 2 + 2);
        assertThat(lace.band()).isEqualTo(Lace.Band.HIGH);
    }

    @Test
    void the_same_stays_give_the_same_plans_in_any_order() {
        PicturedStay back = stay("b", "2026-10-10T10:00", "2026-10-12T10:00");
        assertThat(plans(null, INDEX, back)).containsExactlyInAnyOrderElementsOf(plans(null, back, INDEX));
    }

    private static void assertNone(VoidReason reason, PicturedStay index, PicturedStay... others) {
        PicturedStay[] all = new PicturedStay[others.length + 1];
        all[0] = index;
        System.arraycopy(others, 0, all, 1, others.length);
        assertThat(planOf(all))
                .isInstanceOfSatisfying(
                        Plan.None.class, none -> assertThat(none.reason()).isEqualTo(reason));
    }

    private static Plan planOf(PicturedStay... stays) {
        return planOf(null, stays);
    }

    private static Plan planOf(@Nullable Instant diedAt, PicturedStay... stays) {
        return plans(diedAt, stays).stream()
                .filter(plan -> plan.stay().equals(stays[0].picture().stay()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Plan> plans(@Nullable Instant diedAt, PicturedStay... stays) {
        List<StayPicture> pictures =
                List.of(stays).stream().map(PicturedStay::picture).toList();
        Map<StayId, Set<String>> diagnoses = Map.of(new StayId("stay_a"), Set.of("I50.9", "Z00.0"));
        return new Journey(pictures, diagnoses, diedAt, RULES, ZONE).plans();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** An inpatient stay in Riverbend after an emergency, discharged home. */
    private static PicturedStay stay(String id, String admitted, @Nullable String discharged) {
        return new PicturedStay(new StayPicture(
                new StayId("stay_" + id),
                new PatientId("pat_a"),
                new FacilityCode("RVBND"),
                StayClass.IMP,
                List.of(StayClass.IMP),
                discharged == null ? Status.IN_HOUSE : Status.DISCHARGED,
                at(admitted),
                at(admitted),
                discharged == null ? null : at(discharged),
                discharged == null ? null : new Disposition("01"),
                "E",
                null,
                Set.of(),
                false,
                Set.of()));
    }
}
