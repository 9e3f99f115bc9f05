package care.throughline.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.appointment.AppointmentCommand.AcceptConflict;
import care.throughline.command.appointment.AppointmentCommand.Book;
import care.throughline.command.appointment.AppointmentCommand.Cancel;
import care.throughline.command.appointment.AppointmentCommand.Confirm;
import care.throughline.command.appointment.AppointmentCommand.Details;
import care.throughline.command.appointment.AppointmentCommand.FollowUpMiss;
import care.throughline.command.appointment.AppointmentCommand.Move;
import care.throughline.command.appointment.AppointmentCommand.Prepare;
import care.throughline.command.appointment.AppointmentCommand.PutAfter;
import care.throughline.command.appointment.AppointmentCommand.RecordKept;
import care.throughline.command.appointment.AppointmentCommand.RecordMissed;
import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.Sensitivity;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Booked;
import care.throughline.events.appointment.AppointmentEvent.Cancelled;
import care.throughline.events.appointment.AppointmentEvent.Confirmed;
import care.throughline.events.appointment.AppointmentEvent.Kept;
import care.throughline.events.appointment.AppointmentEvent.Missed;
import care.throughline.events.appointment.AppointmentEvent.Moved;
import care.throughline.events.appointment.AppointmentEvent.Prepared;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppointmentStateTest {

    private static final AppointmentId ID = new AppointmentId("apt_a");
    private static final AppointmentId OF_REFERRAL = AppointmentId.of(new ReferralId("ref_a"));
    private static final PatientId ANNA = new PatientId("pat_a");
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T15:00:00Z");

    private AppointmentState state = new AppointmentState.NotStarted();

    @Test
    void a_booking_sent_twice_books_once() {
        assertThat(decided(book(TUESDAY))).singleElement().isInstanceOf(Booked.class);
        assertThat(decided(book(TUESDAY))).isEmpty();
    }

    @Test
    void a_booking_lies_in_the_future_and_lasts_a_while() {
        refused(book(NOW.minusSeconds(60)), "in-the-past");
        refused(new Book(ID, ANNA, details(TUESDAY, 3), NOW), "minutes-wrong");
    }

    @Test
    void a_time_that_was_called_off_can_be_booked_again_and_a_moved_one_cannot_be_booked_over() {
        decided(book(TUESDAY));
        decided(new Cancel(ID, Side.PATIENT, "Has a cold", NOW));
        assertThat(decided(book(TUESDAY))).singleElement().isInstanceOf(Booked.class);
        decided(new Move(ID, WEDNESDAY, 30, NOW));
        refused(book(TUESDAY), "appointment-present");
    }

    @Test
    void a_confirmation_is_of_one_time() {
        decided(book(TUESDAY));
        assertThat(decided(confirm(TUESDAY))).singleElement().isInstanceOf(Confirmed.class);
        assertThat(decided(confirm(TUESDAY))).isEmpty();
        decided(new Move(ID, WEDNESDAY, 30, NOW));
        refused(confirm(TUESDAY), "appointment-moved");
        assertThat(decided(confirm(WEDNESDAY))).hasSize(1);
    }

    @Test
    void what_was_arranged_for_one_time_is_arranged_anew_for_another() {
        decided(book(TUESDAY));
        Prepare ride = new Prepare(ID, null, Need.RIDE, Readiness.ARRANGED, NOW);
        assertThat(decided(ride)).singleElement().isInstanceOf(Prepared.class);
        assertThat(decided(ride)).isEmpty();
        decided(new Move(ID, WEDNESDAY, 30, NOW));
        assertThat(decided(ride)).hasSize(1);
    }

    @Test
    void nobody_can_have_come_before_it_began_and_who_was_missed_may_have_come_after_all() {
        decided(book(TUESDAY));
        refused(new RecordMissed(ID, NOW), "not-yet");
        assertThat(at(WEDNESDAY, new RecordMissed(ID, WEDNESDAY)))
                .singleElement()
                .isInstanceOf(Missed.class);
        assertThat(at(WEDNESDAY, new RecordMissed(ID, WEDNESDAY))).isEmpty();
        assertThat(at(WEDNESDAY, new RecordKept(ID, WEDNESDAY))).singleElement().isInstanceOf(Kept.class);
        refused(new Cancel(ID, Side.US, "By mistake", NOW), "appointment-over");
        refused(new Move(ID, WEDNESDAY, 30, NOW), "appointment-over");
    }

    @Test
    void a_missed_one_is_tried_again_by_moving_it() {
        decided(book(TUESDAY));
        at(WEDNESDAY, new RecordMissed(ID, WEDNESDAY));
        Instant next = WEDNESDAY.plusSeconds(7 * 86_400);
        assertThat(at(WEDNESDAY, new Move(ID, next, 30, WEDNESDAY)))
                .singleElement()
                .isInstanceOf(Moved.class);
    }

    @Test
    void it_is_called_off_once_and_by_whom_is_kept() {
        decided(book(TUESDAY));
        assertThat(decided(new Cancel(ID, Side.PROVIDER, "Closed that day", NOW)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Cancelled.class, told -> assertThat(told.by()).isEqualTo(Side.PROVIDER));
        assertThat(decided(new Cancel(ID, Side.PROVIDER, "Closed that day", NOW)))
                .isEmpty();
        refused(confirm(TUESDAY), "appointment-cancelled");
    }

    @Test
    void of_a_referral_only_what_makes_it_ready_is_told_here() {
        refused(new Move(OF_REFERRAL, WEDNESDAY, 30, NOW), "time-stands-elsewhere");
        refused(new RecordMissed(OF_REFERRAL, NOW), "time-stands-elsewhere");
        Confirm confirm = new Confirm(OF_REFERRAL, visit(TUESDAY), TUESDAY, NOW);
        assertThat(decided(confirm))
                .singleElement()
                .isInstanceOfSatisfying(
                        Confirmed.class, told -> assertThat(told.patient()).isEqualTo(ANNA));
        assertThat(decided(confirm)).isEmpty();
        refused(new Confirm(OF_REFERRAL, visit(null), TUESDAY, NOW), "nothing-booked");
        refused(new Confirm(OF_REFERRAL, visit(WEDNESDAY), TUESDAY, NOW), "appointment-moved");
    }

    @Test
    void why_it_stands_although_it_does_not_fit_is_said_once_for_each_conflict() {
        decided(book(TUESDAY));
        Clash dialysis = new Clash(ConflictKind.COMMITMENT, TUESDAY, "cmt_a", null);
        AcceptConflict accept = new AcceptConflict(ID, null, dialysis, "The center lets her come later", NOW);
        assertThat(decided(accept)).hasSize(1);
        assertThat(decided(accept)).isEmpty();
        decided(new Move(ID, WEDNESDAY, 30, NOW));
        refused(accept, "appointment-moved");
    }

    @Test
    void it_does_not_come_after_itself_and_the_same_order_changes_nothing() {
        decided(book(TUESDAY));
        refused(new PutAfter(ID, null, ID, NOW), "after-itself");
        AppointmentId lab = new AppointmentId("apt_lab");
        assertThat(decided(new PutAfter(ID, null, lab, NOW))).hasSize(1);
        assertThat(decided(new PutAfter(ID, null, lab, NOW))).isEmpty();
        assertThat(decided(new PutAfter(ID, null, null, NOW))).hasSize(1);
    }

    @Test
    void who_asks_why_somebody_did_not_come_says_what_stood_in_the_way() {
        decided(book(TUESDAY));
        at(WEDNESDAY, new RecordMissed(ID, WEDNESDAY));
        refused(new FollowUpMiss(ID, null, TUESDAY, Set.of(), "", NOW), "hindrance-missing");
        FollowUpMiss asked = new FollowUpMiss(ID, null, TUESDAY, Set.of(Hindrance.WORK_HOURS), "", NOW);
        assertThat(decided(asked)).hasSize(1);
        assertThat(decided(asked)).isEmpty();
    }

    @Test
    void its_labels_stay_with_it() {
        decided(book(TUESDAY));
        assertThat(state.labels()).containsExactly(Sensitivity.CAREGIVER);
    }

    @Test
    void of_an_unknown_one_nothing_is_told() {
        refused(confirm(TUESDAY), "appointment-unknown");
        refused(new RecordKept(ID, NOW), "appointment-unknown");
        refused(new Book(ID, ANNA, details(TUESDAY, 30), NOW.plusSeconds(3600)), "in-the-future");
    }

    private static Book book(Instant startsAt) {
        return new Book(ID, ANNA, details(startsAt, 30), NOW);
    }

    private static Details details(Instant startsAt, int minutes) {
        return new Details(
                Purpose.LAB,
                Mode.IN_PERSON,
                startsAt,
                minutes,
                null,
                null,
                "Lab on Main",
                Set.of(Sensitivity.CAREGIVER));
    }

    private static Confirm confirm(Instant startsAt) {
        return new Confirm(ID, null, startsAt, NOW);
    }

    private static Visit visit(@Nullable Instant startsAt) {
        return new Visit(ANNA, startsAt, Set.of());
    }

    private List<AppointmentEvent> decided(AppointmentCommand command) {
        return at(NOW, command);
    }

    private List<AppointmentEvent> at(Instant now, AppointmentCommand command) {
        List<AppointmentEvent> events = state.decide(command, now);
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private void refused(AppointmentCommand command, String reason) {
        assertThatThrownBy(() -> state.decide(command, NOW))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
