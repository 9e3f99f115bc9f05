package care.throughline.command.transition;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.RuleRef;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Histories of a transition in its own language: discharged on Thursday 1 October 2026, contact due on Monday the 5th. */
final class Transitions {

    static final TransitionId ID = new TransitionId("trn_a");
    static final PatientId PATIENT = new PatientId("pat_a");
    static final StayId BACK_IN = new StayId("stay_b");
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Instant DISCHARGED = at("2026-10-01T15:00:00Z");

    private TransitionState state = new TransitionState.NotStarted();
    private final List<TransitionEvent> happened = new ArrayList<>();
    private Instant now = at("2026-10-20T15:00:00Z");

    static Transitions unheard() {
        return new Transitions();
    }

    static Transitions discharged() {
        return unheard().when(open());
    }

    static TransitionCommand.Open open() {
        return new TransitionCommand.Open(ID, discharge(DISCHARGED), clocks("2026-10-05"), DISCHARGED);
    }

    static Discharge discharge(Instant at) {
        return new Discharge(
                new StayId("stay_a"),
                PATIENT,
                new FacilityCode("RVBND"),
                StayClass.IMP,
                at("2026-09-28T12:00:00Z"),
                at,
                LocalDate.ofInstant(at, ZONE),
                new Disposition("01"),
                Set.of());
    }

    static Clocks clocks(String contactDue) {
        LocalDate due = LocalDate.parse(contactDue);
        LocalDate day = due.minusDays(4);
        return new Clocks(
                due, day.plusDays(7), day.plusDays(14), day.plusDays(29), new RuleRef("tcm-clocks", "us-2026"));
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    static TransitionCommand.RecordOutreach outreach(String attempt, Channel channel, Outcome outcome, String at) {
        return new TransitionCommand.RecordOutreach(ID, attempt, channel, outcome, 5, "", Set.of(), at(at));
    }

    Transitions contacted() {
        return when(outreach("a1", Channel.PHONE, Outcome.REACHED, "2026-10-05T15:00:00Z"));
    }

    Transitions readmitted() {
        return when(new TransitionCommand.EndByReadmission(ID, BACK_IN, false, at("2026-10-10T15:00:00Z")));
    }

    Transitions voided() {
        return when(new TransitionCommand.Void(
                ID, TransitionEvent.VoidReason.DISCHARGE_CANCELLED, at("2026-10-02T15:00:00Z")));
    }

    Transitions nowIs(String instant) {
        now = at(instant);
        return this;
    }

    /** Decides, and remembers only what came of this command. */
    Transitions when(TransitionCommand command) {
        happened.clear();
        happened.addAll(state.decide(command, now.atZone(ZONE)));
        happened.forEach(event -> state = state.evolve(event));
        return this;
    }

    List<TransitionEvent> then() {
        return List.copyOf(happened);
    }

    List<String> thenNames() {
        return happened.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    TransitionState state() {
        return state;
    }
}
