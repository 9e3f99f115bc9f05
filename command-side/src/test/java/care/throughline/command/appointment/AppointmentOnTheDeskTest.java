package care.throughline.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.appointment.AppointmentCommand.Book;
import care.throughline.command.appointment.AppointmentCommand.Confirm;
import care.throughline.command.appointment.AppointmentCommand.Details;
import care.throughline.command.appointment.AppointmentCommand.Snooze;
import care.throughline.command.appointment.AppointmentCommand.TakeBackSnooze;
import care.throughline.command.appointment.AppointmentCommand.Unsnooze;
import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Snoozed;
import care.throughline.events.appointment.AppointmentEvent.Unsnoozed;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppointmentOnTheDeskTest {

    private static final AppointmentId ID = new AppointmentId("apt_a");
    private static final AppointmentId OF_REFERRAL = AppointmentId.of(new ReferralId("ref_a"));
    private static final PatientId ANNA = new PatientId("pat_a");
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T15:00:00Z");

    private AppointmentState state = new AppointmentState.NotStarted();

    @Test
    void it_is_put_aside_once_and_comes_back_when_somebody_says_so() {
        booked();
        assertThat(decided(snooze(MONDAY, NOW))).singleElement().isInstanceOf(Snoozed.class);
        assertThat(decided(snooze(MONDAY, NOW))).isEmpty();
        assertThat(decided(snooze(MONDAY, LATER))).isEmpty();
        assertThat(state.work(null).snoozedAt()).isEqualTo(NOW);
        assertThat(decided(new Unsnooze(ID, null, LATER))).singleElement().isInstanceOf(Unsnoozed.class);
        assertThat(decided(new Unsnooze(ID, null, LATER))).isEmpty();
        assertThat(state.work(null).snoozedAt()).isNull();
    }

    @Test
    void it_comes_back_before_it_begins_and_not_in_the_past() {
        booked();
        refused(snooze(TUESDAY, NOW), "after-the-appointment");
        refused(snooze(NOW, NOW), "in-the-past");
    }

    @Test
    void whatever_happens_to_it_brings_it_back_and_then_nothing_is_taken_back() {
        booked();
        decided(snooze(MONDAY, NOW));
        decided(new Confirm(ID, null, TUESDAY, LATER));
        assertThat(state.work(null).snoozedAt()).isNull();
        refused(new TakeBackSnooze(ID, null, NOW, LATER), "happened-since");
    }

    @Test
    void a_snooze_is_taken_back_unless_there_was_one_before() {
        booked();
        decided(snooze(MONDAY, NOW));
        assertThat(decided(new TakeBackSnooze(ID, null, NOW, LATER)))
                .singleElement()
                .isInstanceOf(Unsnoozed.class);
        decided(snooze(MONDAY, LATER));
        decided(snooze(MONDAY.plusSeconds(60), LATER.plusSeconds(1)));
        refused(new TakeBackSnooze(ID, null, LATER.plusSeconds(1), LATER.plusSeconds(2)), "snoozed-before");
    }

    @Test
    void of_a_referral_it_comes_back_when_the_referral_has_another_time() {
        decided(new Snooze(OF_REFERRAL, visit(TUESDAY), MONDAY, "Asked to be called back", NOW));
        assertThat(state.work(visit(TUESDAY)).snoozedAt()).isEqualTo(NOW);
        assertThat(state.work(visit(WEDNESDAY)).snoozedAt()).isNull();
        assertThat(decided(new Snooze(OF_REFERRAL, visit(WEDNESDAY), MONDAY, "Asked to be called back", LATER)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Snoozed.class, told -> assertThat(told.startsAt()).isEqualTo(WEDNESDAY));
        assertThat(decided(new TakeBackSnooze(OF_REFERRAL, visit(WEDNESDAY), LATER, LATER)))
                .hasSize(1);
    }

    @Test
    void nobody_puts_aside_what_nobody_booked() {
        refused(snooze(MONDAY, NOW), "appointment-unknown");
        assertThatThrownBy(() -> state.work(null)).isInstanceOf(Rejected.class);
    }

    private void booked() {
        decided(new Book(
                ID,
                ANNA,
                new Details(Purpose.LAB, Mode.IN_PERSON, TUESDAY, 30, null, null, "Lab on Main", Set.of()),
                NOW));
    }

    private static Snooze snooze(Instant until, Instant at) {
        return new Snooze(ID, null, until, "Asked to be called back", at);
    }

    private static Visit visit(@Nullable Instant startsAt) {
        return new Visit(ANNA, startsAt, Set.of());
    }

    private List<AppointmentEvent> decided(AppointmentCommand command) {
        List<AppointmentEvent> events = state.decide(command, command.at());
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private void refused(AppointmentCommand command, String reason) {
        assertThatThrownBy(() -> state.decide(command, command.at()))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
