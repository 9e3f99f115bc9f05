package care.throughline.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.erasure.ErasureCommand.Approve;
import care.throughline.command.erasure.ErasureCommand.AskStanding;
import care.throughline.command.erasure.ErasureCommand.Begin;
import care.throughline.command.erasure.ErasureCommand.Certify;
import care.throughline.command.erasure.ErasureCommand.Finish;
import care.throughline.command.erasure.ErasureCommand.LiftHold;
import care.throughline.command.erasure.ErasureCommand.PlaceHold;
import care.throughline.command.erasure.ErasureCommand.Refuse;
import care.throughline.command.erasure.ErasureCommand.Repeat;
import care.throughline.command.erasure.ErasureCommand.Request;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.ErasureEvent.Approved;
import care.throughline.events.erasure.ErasureEvent.Begun;
import care.throughline.events.erasure.ErasureEvent.Certified;
import care.throughline.events.erasure.ErasureEvent.HoldPlaced;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureEvent.Refused;
import care.throughline.events.erasure.ErasureEvent.Requested;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.Scope;
import care.throughline.events.erasure.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErasureStateTest {

    private static final PatientId ADA = new PatientId("pat_ada");
    private static final ErasureId FILE = ErasureId.of(ADA);
    private static final StaffId CLEO = new StaffId("cleo");
    private static final StaffId RUTH = new StaffId("ruth");
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");
    private static final Personal<String> WHY = Personal.of(ADA, "why");
    private static final Scope SCOPE = new Scope(Set.of(ADA), Set.of(new MessageId("msg_1")), Set.of());
    private static final List<Span> PLACES = List.of(new Span(3, 5));

    private static final ErasureCommand REQUEST =
            new Request(ADA, CLEO, Asker.PATIENT, Ground.CONSENT_WITHDRAWN, "why", NOW);
    private static final ErasureCommand HOLD = new PlaceHold(ADA, RUTH, "why", NOW);
    private static final ErasureCommand LIFT = new LiftHold(ADA, RUTH, "why", NOW);
    private static final ErasureCommand REFUSE = new Refuse(ADA, RUTH, Exemption.LEGAL_CLAIMS, "why", NOW);
    private static final ErasureCommand APPROVE = new Approve(ADA, RUTH, NOW);
    private static final ErasureCommand BEGIN = new Begin(ADA, SCOPE, NOW);
    private static final ErasureCommand FINISH = new Finish(ADA, PLACES, NOW);
    private static final ErasureCommand REPEAT = new Repeat(ADA, SCOPE, CLEO, RUTH, PLACES, NOW);
    private static final ErasureCommand CERTIFY = new Certify(ADA, List.of("patients"), 1, NOW);

    @Test
    void two_people_lead_to_a_certificate() {
        assertThat(told(REQUEST, APPROVE, BEGIN, FINISH, CERTIFY))
                .containsExactly(
                        new Requested(FILE, ADA, CLEO, Asker.PATIENT, Ground.CONSENT_WITHDRAWN, WHY, NOW),
                        new Approved(FILE, ADA, CLEO, RUTH, NOW),
                        new Begun(FILE, ADA, SCOPE, CLEO, RUTH, NOW),
                        new PatientErased(FILE, ADA, SCOPE, CLEO, RUTH, PLACES, false, NOW),
                        new Certified(FILE, ADA, List.of("patients"), 1, NOW));
    }

    static List<List<ErasureCommand>> repeated() {
        return List.of(
                List.of(REQUEST, REQUEST),
                List.of(HOLD, HOLD),
                List.of(LIFT),
                List.of(HOLD, LIFT, LIFT),
                List.of(REQUEST, APPROVE, APPROVE),
                List.of(REQUEST, APPROVE, BEGIN, BEGIN),
                List.of(REQUEST, APPROVE, BEGIN, APPROVE),
                List.of(REQUEST, APPROVE, BEGIN, LIFT),
                List.of(REQUEST, APPROVE, BEGIN, FINISH, FINISH),
                List.of(REQUEST, APPROVE, BEGIN, FINISH, BEGIN),
                List.of(REQUEST, APPROVE, BEGIN, FINISH, APPROVE),
                List.of(REQUEST, APPROVE, BEGIN, FINISH, REPEAT),
                List.of(REQUEST, APPROVE, BEGIN, FINISH, CERTIFY, CERTIFY),
                List.of(FINISH),
                List.of(CERTIFY),
                List.of(REQUEST, new AskStanding(ADA)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void what_is_so_already_changes_nothing(List<ErasureCommand> commands) {
        ErasureState state = after(commands.subList(0, commands.size() - 1));
        assertThat(state.decide(commands.getLast())).isEmpty();
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        assertRefused("second-person-needed", REQUEST, new Approve(ADA, CLEO, NOW));
    }

    @Test
    void a_hold_forbids_approval_and_execution_until_it_is_lifted() {
        assertRefused("legal-hold", REQUEST, HOLD, APPROVE);
        assertRefused("legal-hold", REQUEST, APPROVE, HOLD, BEGIN);
        assertThat(after(List.of(REQUEST, APPROVE, HOLD)).standing()).isEqualTo(new Standing(true, true, false));
        assertThat(after(List.of(REQUEST, APPROVE, HOLD, LIFT)).standing()).isEqualTo(new Standing(true, false, false));
        assertThat(told(REQUEST, APPROVE, HOLD, LIFT, BEGIN)).last().isInstanceOf(Begun.class);
        assertThat(told(HOLD, REQUEST, LIFT, APPROVE)).last().isInstanceOf(Approved.class);
        assertThat(told(HOLD)).containsExactly(new HoldPlaced(FILE, ADA, RUTH, WHY, NOW));
    }

    @Test
    void it_can_be_refused_until_it_begins_and_asked_for_again() {
        assertThat(told(REQUEST, REFUSE))
                .last()
                .isEqualTo(new Refused(FILE, ADA, RUTH, Exemption.LEGAL_CLAIMS, WHY, NOW));
        assertThat(told(REQUEST, APPROVE, REFUSE, REQUEST)).last().isInstanceOf(Requested.class);
        assertThat(after(List.of(HOLD, REQUEST, REFUSE)).standing()).isEqualTo(new Standing(false, true, false));
        assertRefused("erasure-not-requested", REFUSE);
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, REFUSE);
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, FINISH, REFUSE);
    }

    @Test
    void nothing_is_carried_out_that_was_not_approved() {
        assertRefused("erasure-not-requested", APPROVE);
        assertRefused("erasure-not-requested", BEGIN);
        assertRefused("erasure-not-approved", REQUEST, BEGIN);
    }

    @Test
    void another_request_waits_for_the_first() {
        ErasureCommand other = new Request(ADA, RUTH, Asker.HOUSE, Ground.CONSENT_WITHDRAWN, "why", NOW);
        ErasureCommand onOtherGround = new Request(ADA, CLEO, Asker.HOUSE, Ground.RETENTION_ENDED, "why", NOW);
        assertRefused("erasure-pending", REQUEST, other);
        assertRefused("erasure-pending", REQUEST, onOtherGround);
        assertRefused("erasure-pending", REQUEST, APPROVE, REQUEST);
    }

    @Test
    void once_begun_there_is_no_way_back() {
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, HOLD);
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, FINISH, HOLD);
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, REQUEST);
        assertRefused("erasure-begun", REQUEST, APPROVE, BEGIN, FINISH, REQUEST);
        assertThat(after(List.of(REQUEST, APPROVE, BEGIN)).standing()).isEqualTo(new Standing(false, false, false));
        assertThat(after(List.of(REQUEST, APPROVE, BEGIN, FINISH)).standing())
                .isEqualTo(new Standing(false, false, true));
    }

    @Test
    void a_restored_file_learns_that_the_person_is_erased_again() {
        PatientErased again = new PatientErased(FILE, ADA, SCOPE, CLEO, RUTH, PLACES, true, NOW);
        assertThat(told(REPEAT)).containsExactly(again);
        assertThat(told(REQUEST, APPROVE, BEGIN, REPEAT)).last().isEqualTo(again);
        assertThat(told(HOLD, REPEAT, CERTIFY)).last().isInstanceOf(Certified.class);
    }

    private static void assertRefused(String reason, ErasureCommand... commands) {
        List<ErasureCommand> all = List.of(commands);
        ErasureState state = after(all.subList(0, all.size() - 1));
        assertThatThrownBy(() -> state.decide(all.getLast()))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static ErasureState after(List<ErasureCommand> commands) {
        ErasureState state = new ErasureState.Kept(false);
        for (ErasureCommand command : commands) {
            for (ErasureEvent event : state.decide(command)) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static List<ErasureEvent> told(ErasureCommand... commands) {
        List<ErasureEvent> told = new ArrayList<>();
        ErasureState state = new ErasureState.Kept(false);
        for (ErasureCommand command : commands) {
            for (ErasureEvent event : state.decide(command)) {
                told.add(event);
                state = state.evolve(event);
            }
        }
        return told;
    }
}
