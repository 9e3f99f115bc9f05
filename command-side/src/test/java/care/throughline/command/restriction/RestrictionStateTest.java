package care.throughline.command.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.restriction.RestrictionCommand.BreakGlass;
import care.throughline.command.restriction.RestrictionCommand.CloseGlass;
import care.throughline.command.restriction.RestrictionCommand.LiftRestriction;
import care.throughline.command.restriction.RestrictionCommand.Protect;
import care.throughline.command.restriction.RestrictionCommand.RequireOpen;
import care.throughline.command.restriction.RestrictionCommand.RestrictChart;
import care.throughline.command.restriction.RestrictionCommand.ReviewGlass;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.restriction.GlassId;
import care.throughline.events.restriction.GlassReason;
import care.throughline.events.restriction.GlassReview;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.restriction.RestrictionEvent.GlassBroken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestrictionStateTest {

    private static final PatientId PATIENT = new PatientId("pat_1");
    private static final StaffId ANA = new StaffId("ana");
    private static final StaffId OFFICER = new StaffId("cleo");
    private static final GlassId FIRST = new GlassId("glass_1");
    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");

    private RestrictionState state = RestrictionState.NONE;

    @Test
    void a_chart_is_restricted_once_and_opened_once() {
        assertThat(told(new RestrictChart(PATIENT, OFFICER, "a colleague", NOON)))
                .hasSize(1);
        assertThat(told(new RestrictChart(PATIENT, OFFICER, "a colleague", NOON)))
                .isEmpty();
        assertThat(told(new LiftRestriction(PATIENT, OFFICER, "moved away", NOON)))
                .hasSize(1);
        assertThat(told(new LiftRestriction(PATIENT, OFFICER, "moved away", NOON)))
                .isEmpty();
    }

    @Test
    void a_house_that_protects_somebody_closes_the_chart_once_and_what_people_open_stays_open() {
        FacilityCode house = new FacilityCode("RVBND");
        assertThat(told(new Protect(PATIENT, house, NOON))).hasSize(1);
        assertThat(state.restricted()).isTrue();
        assertThat(told(new Protect(PATIENT, house, NOON))).isEmpty();
        told(new LiftRestriction(PATIENT, OFFICER, "no reason any more", NOON));
        assertThat(told(new Protect(PATIENT, house, NOON))).isEmpty();
        assertThat(state.restricted()).isFalse();
        assertThat(told(new Protect(PATIENT, new FacilityCode("STCLR"), NOON))).hasSize(1);
        assertThat(state.restricted()).isTrue();
    }

    @Test
    void nobody_takes_a_patient_whose_chart_is_restricted() {
        assertThat(told(new RequireOpen(PATIENT))).isEmpty();
        told(new RestrictChart(PATIENT, OFFICER, "a colleague", NOON));
        assertThatThrownBy(() -> told(new RequireOpen(PATIENT)))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo("chart-restricted"));
    }

    @Test
    void broken_glass_is_open_for_sixty_minutes_and_not_broken_twice() {
        assertThat(told(breaking(FIRST, ANA, NOON)))
                .singleElement()
                .isInstanceOfSatisfying(
                        GlassBroken.class,
                        broken -> assertThat(broken.until()).isEqualTo(NOON.plus(Duration.ofMinutes(60))));
        assertThat(told(breaking(new GlassId("glass_2"), ANA, NOON.plusSeconds(3_599))))
                .isEmpty();
        assertThat(told(breaking(new GlassId("glass_2"), new StaffId("ben"), NOON)))
                .hasSize(1);
        assertThat(told(breaking(new GlassId("glass_3"), ANA, NOON.plusSeconds(3_600))))
                .hasSize(1);
    }

    @Test
    void it_is_closed_early_by_whoever_broke_it_and_only_once() {
        told(breaking(FIRST, ANA, NOON));
        assertThat(told(new CloseGlass(PATIENT, OFFICER, NOON.plusSeconds(60)))).isEmpty();
        assertThat(told(new CloseGlass(PATIENT, ANA, NOON.plusSeconds(60)))).hasSize(1);
        assertThat(told(new CloseGlass(PATIENT, ANA, NOON.plusSeconds(60)))).isEmpty();
        assertThat(told(breaking(new GlassId("glass_2"), ANA, NOON.plusSeconds(61))))
                .hasSize(1);
    }

    @Test
    void an_emergency_opens_more_than_another_reason_did_and_both_are_closed_together() {
        told(breaking(FIRST, ANA, NOON));
        BreakGlass emergency =
                new BreakGlass(PATIENT, new GlassId("glass_2"), ANA, GlassReason.EMERGENCY, "unconscious", NOON);
        assertThat(told(emergency)).hasSize(1);
        assertThat(told(emergency)).isEmpty();
        assertThat(told(breaking(new GlassId("glass_3"), ANA, NOON))).isEmpty();
        assertThat(told(new CloseGlass(PATIENT, ANA, NOON.plusSeconds(60)))).hasSize(2);
    }

    @Test
    void somebody_else_reviews_it_once_before_or_after_it_is_closed() {
        told(breaking(FIRST, ANA, NOON));
        assertThat(told(reviewing(FIRST, OFFICER))).hasSize(1);
        assertThat(told(new CloseGlass(PATIENT, ANA, NOON.plusSeconds(60)))).hasSize(1);
        assertThat(told(reviewing(FIRST, OFFICER))).isEmpty();
    }

    @Test
    void nobody_reviews_their_own_and_nobody_what_was_never_broken() {
        told(breaking(FIRST, ANA, NOON));
        assertThatThrownBy(() -> told(reviewing(FIRST, ANA))).hasMessageContaining("yourself");
        assertThatThrownBy(() -> told(reviewing(new GlassId("glass_9"), OFFICER)))
                .hasMessageContaining("Nobody broke");
    }

    private static BreakGlass breaking(GlassId glass, StaffId by, Instant at) {
        return new BreakGlass(PATIENT, glass, by, GlassReason.COVERING, "Nora is away", at);
    }

    private static ReviewGlass reviewing(GlassId glass, StaffId by) {
        return new ReviewGlass(PATIENT, glass, by, GlassReview.JUSTIFIED, "was covering", NOON);
    }

    private List<RestrictionEvent> told(RestrictionCommand command) {
        List<RestrictionEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events;
    }
}
