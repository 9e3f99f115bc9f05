package care.throughline.command.referral;

import static care.throughline.command.referral.Referrals.HARBOR;
import static care.throughline.command.referral.Referrals.ID;
import static care.throughline.command.referral.Referrals.PATIENT;
import static care.throughline.command.referral.Referrals.VALLEY;
import static care.throughline.command.referral.Referrals.draft;
import static care.throughline.command.referral.Referrals.drafted;
import static care.throughline.command.referral.Referrals.held;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.CancelAppointment;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.Draft;
import care.throughline.command.referral.ReferralCommand.EndByDeath;
import care.throughline.command.referral.ReferralCommand.IssueLink;
import care.throughline.command.referral.ReferralCommand.ProposeTime;
import care.throughline.command.referral.ReferralCommand.ReadResult;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.RequestCancellation;
import care.throughline.command.referral.ReferralCommand.RevokeLink;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.command.referral.ReferralCommand.Send;
import care.throughline.command.referral.ReferralCommand.TakeTime;
import care.throughline.command.referral.ReferralCommand.TellWaitlistPosition;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferralStateTest {

    @Test
    void it_goes_from_draft_to_closed_through_the_states_of_bser() {
        Referrals referral = drafted();
        assertThat(referral.status()).isEqualTo(ReferralStatus.CREATED);
        referral.packed().sentTo(HARBOR).acceptedBy(HARBOR);
        assertThat(referral.status()).isEqualTo(ReferralStatus.ACCEPTED);
        assertThat(referral.scheduled().status()).isEqualTo(ReferralStatus.SCHEDULED);
        assertThat(referral.seen().status()).isEqualTo(ReferralStatus.SEEN);
        assertThat(referral.reported().status()).isEqualTo(ReferralStatus.SEEN);
        referral.then(new ReadResult(ID, referral.now()));
        assertThat(referral.status()).isEqualTo(ReferralStatus.CLOSED);
    }

    @Test
    void the_loop_closes_only_when_the_result_is_back_and_read() {
        Referrals referral = held().seen();
        referral.refused("no-result", new ReadResult(ID, referral.now()));
        referral.reported();
        assertThat(referral.status()).isNotEqualTo(ReferralStatus.CLOSED);
        assertThat(referral.when(new ReadResult(ID, referral.now()))).containsExactly("Closed");
        assertThat(referral.when(new ReadResult(ID, referral.now()))).isEmpty();
    }

    @Test
    void it_is_not_sent_before_the_packet_is_complete() {
        Referrals referral = drafted();
        referral.refused("packet-incomplete", referral.send(HARBOR));
        referral.packed();
        referral.refused("performer-missing", referral.send());
        assertThat(referral.when(referral.send(HARBOR, VALLEY))).containsExactly("Offered", "Offered");
    }

    @Test
    void nobody_is_asked_who_does_something_else_or_has_no_room() {
        Referrals referral = drafted().packed();
        referral.refused("specialty-differs", asking(Specialty.NEPHROLOGY, Capacity.OPEN));
        referral.refused("no-capacity", asking(Specialty.CARDIOLOGY, Capacity.NONE));
        assertThat(referral.when(asking(Specialty.CARDIOLOGY, Capacity.WAITLIST)))
                .containsExactly("Offered");
    }

    @Test
    void of_several_the_first_who_accepts_has_it_and_the_others_are_told() {
        Referrals referral = drafted().packed().sentTo(HARBOR, VALLEY);
        assertThat(referral.when(accept(HARBOR, referral))).containsExactly("Accepted", "Released");
        assertThat(referral.when(accept(HARBOR, referral))).isEmpty();
        referral.refused("taken-by-another", accept(VALLEY, referral));
        referral.refused("taken-by-another", new RecordSeen(ID, VALLEY, Way.PHONE, referral.now()));
        assertThat(referral.when(referral.send(HARBOR, VALLEY))).isEmpty();
        referral.refused("already-accepted", referral.send(new PerformerId("prf_third")));
    }

    @Test
    void only_who_was_asked_can_accept() {
        Referrals referral = drafted().packed().sentTo(HARBOR);
        referral.refused("not-asked", accept(VALLEY, referral));
    }

    @Test
    void it_is_declined_when_the_last_one_declines_and_can_be_offered_again() {
        Referrals referral = drafted().packed().sentTo(HARBOR, VALLEY);
        assertThat(referral.when(decline(HARBOR, referral))).containsExactly("Declined");
        assertThat(referral.when(decline(HARBOR, referral))).isEmpty();
        assertThat(referral.status()).isEqualTo(ReferralStatus.CREATED);
        referral.refused("not-asked", accept(HARBOR, referral));
        referral.then(decline(VALLEY, referral));
        assertThat(referral.status()).isEqualTo(ReferralStatus.DECLINED);
        assertThat(referral.sentTo(HARBOR).acceptedBy(HARBOR).status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void whoever_accepted_may_give_it_back_before_the_visit() {
        Referrals referral = held().scheduled();
        assertThat(referral.then(decline(HARBOR, referral)).status()).isEqualTo(ReferralStatus.DECLINED);
        Referrals seen = held().seen();
        seen.refused("too-late", decline(HARBOR, seen));
    }

    @Test
    void a_transfer_does_not_move_the_patient_before_it_is_accepted() {
        Referrals transfer =
                new ReferralStarting(Kind.TRANSFER_OF_CARE).started().packed().sentTo(HARBOR);
        transfer.refused("not-accepted", new RecordSeen(ID, HARBOR, Way.PHONE, transfer.now()));
        transfer.acceptedBy(HARBOR);
        assertThat(transfer.status()).isEqualTo(ReferralStatus.ACCEPTED);
        transfer.refused(
                "before-acceptance",
                new RecordSeen(ID, HARBOR, Way.PHONE, transfer.now().minus(Duration.ofDays(3))));
        assertThat(transfer.seen().status()).isEqualTo(ReferralStatus.SEEN);
    }

    @Test
    void a_time_proposed_is_an_appointment_once_it_is_taken() {
        Referrals referral = held();
        referral.refused("no-time-proposed", new TakeTime(ID, referral.now()));
        Instant then = referral.now().plus(Duration.ofDays(9));
        assertThat(referral.when(propose(then, referral))).containsExactly("TimeProposed");
        assertThat(referral.when(propose(then, referral))).isEmpty();
        assertThat(referral.when(new TakeTime(ID, referral.now()))).containsExactly("Scheduled");
        assertThat(referral.when(new TakeTime(ID, referral.now()))).isEmpty();
        assertThat(referral.when(schedule(then, referral))).isEmpty();
        assertThat(referral.when(schedule(then.plusSeconds(60), referral))).containsExactly("Scheduled");
        referral.refused("in-the-past", schedule(referral.now(), referral));
    }

    @Test
    void a_missed_or_cancelled_appointment_needs_another() {
        Referrals referral = held();
        referral.refused("not-scheduled", new RecordMissed(ID, HARBOR, Way.PHONE, referral.now()));
        referral.scheduled();
        assertThat(referral.when(new RecordMissed(ID, HARBOR, Way.PHONE, referral.now())))
                .containsExactly("AppointmentMissed");
        assertThat(referral.when(new RecordMissed(ID, HARBOR, Way.PHONE, referral.now())))
                .isEmpty();
        referral.scheduled();
        ReferralCommand cancel = new CancelAppointment(ID, HARBOR, "The doctor is ill", Way.PHONE, referral.now());
        assertThat(referral.when(cancel)).containsExactly("AppointmentCancelled");
        assertThat(referral.when(cancel)).isEmpty();
        assertThat(referral.status()).isEqualTo(ReferralStatus.APPOINTMENT_CANCELLED);
    }

    @Test
    void nobody_misses_an_appointment_that_lies_ahead() {
        Referrals referral = held();
        referral.then(schedule(referral.now().plus(Duration.ofDays(9)), referral));
        referral.refused("visit-not-yet", new RecordMissed(ID, HARBOR, Way.PHONE, referral.now()));
    }

    @Test
    void a_place_on_the_waitlist_is_told_when_it_changes() {
        Referrals referral = held();
        assertThat(referral.when(place(7, referral))).containsExactly("WaitlistPositionTold");
        assertThat(referral.when(place(7, referral))).isEmpty();
        assertThat(referral.when(place(3, referral))).containsExactly("WaitlistPositionTold");
        referral.refused("place-unclear", place(0, referral));
        referral.scheduled();
        referral.refused("too-late", place(1, referral));
    }

    @Test
    void a_cancellation_is_asked_and_confirmed_by_whoever_accepted() {
        Referrals referral = held().scheduled();
        assertThat(referral.when(cancellation(referral))).containsExactly("CancellationRequested");
        assertThat(referral.when(cancellation(referral))).isEmpty();
        referral.refused("taken-by-another", new ConfirmCancellation(ID, VALLEY, Way.PHONE, referral.now()));
        assertThat(referral.when(confirmation(referral))).containsExactly("Cancelled");
        assertThat(referral.when(confirmation(referral))).isEmpty();
        referral.refused("referral-over", accept(HARBOR, referral));
    }

    @Test
    void a_cancellation_comes_too_late_once_the_patient_was_seen() {
        Referrals referral = held().then(cancellation(held()));
        assertThat(referral.seen().status()).isEqualTo(ReferralStatus.SEEN);
        referral.refused("already-seen", cancellation(referral));
        referral.refused("no-cancellation-asked", confirmation(referral));
    }

    @Test
    void what_nobody_accepted_is_cancelled_at_once_and_those_asked_are_told() {
        Referrals referral = drafted().packed().sentTo(HARBOR, VALLEY);
        assertThat(referral.when(cancellation(referral)))
                .containsExactly("CancellationRequested", "Released", "Released", "Cancelled");
        assertThat(referral.when(cancellation(referral))).isEmpty();
    }

    @Test
    void a_result_says_also_that_the_patient_was_seen() {
        Referrals referral = held();
        ReferralCommand report = new ReportResult(ID, HARBOR, "Sinus rhythm", Way.FAX, referral.now());
        assertThat(referral.when(report)).containsExactly("Seen", "ResultReported");
        assertThat(referral.when(report)).isEmpty();
        assertThat(referral.when(new ReportResult(ID, HARBOR, "Corrected", Way.FAX, referral.now())))
                .containsExactly("ResultReported");
    }

    @Test
    void a_secure_link_is_made_for_who_was_asked_and_taken_back() {
        Referrals referral = drafted().packed().sentTo(HARBOR);
        referral.refused("not-asked", link(VALLEY, "a", referral));
        assertThat(referral.when(link(HARBOR, "a", referral))).containsExactly("LinkIssued");
        assertThat(referral.when(link(HARBOR, "a", referral))).isEmpty();
        assertThat(referral.when(link(HARBOR, "b", referral))).containsExactly("LinkIssued");
        assertThat(referral.when(new RevokeLink(ID, HARBOR, referral.now()))).containsExactly("LinkRevoked");
        assertThat(referral.when(new RevokeLink(ID, HARBOR, referral.now()))).isEmpty();
    }

    @Test
    void the_same_draft_told_twice_is_one_referral() {
        Referrals referral = drafted();
        assertThat(referral.when(draft(Kind.CONSULTATION))).isEmpty();
        referral.refused("referral-present", draft(Kind.SERVICE));
    }

    @Test
    void every_step_has_its_clock_from_the_rule_pack() {
        Referrals routine = drafted().packed();
        assertThat(due(routine.told(routine.send(HARBOR)).getFirst()).waitsFor())
                .isEqualTo(Wait.ANSWER);
        Draft urgent =
                new Draft(ID, PATIENT, Kind.SERVICE, Specialty.FOOD, Urgency.URGENT, "x", Set.of(), at("2026-09-11"));
        Due due = due(new Referrals().told(urgent).getFirst());
        assertThat(due.by()).as("the next business day after a Friday").isEqualTo(LocalDate.parse("2026-09-14"));
        assertThat(due.rule().id()).isEqualTo("referral-waits");
    }

    @Test
    void less_is_told_for_help_with_a_social_need() {
        Draft food =
                new Draft(ID, PATIENT, Kind.SERVICE, Specialty.FOOD, Urgency.ROUTINE, "x", Set.of(), at("2026-09-11"));
        ReferralEvent.Drafted drafted =
                (ReferralEvent.Drafted) new Referrals().told(food).getFirst();
        assertThat(drafted.needed()).hasSize(1);
    }

    @Test
    void a_death_ends_what_was_not_done_and_leaves_a_result_that_is_still_to_come() {
        assertThat(afterDeath(drafted().packed().sentTo(HARBOR, VALLEY)))
                .containsExactly("EndedByDeath", "CancellationRequested", "Released", "Released", "Cancelled");
        assertThat(afterDeath(held()))
                .as("whoever accepted has to confirm that nobody is expected")
                .containsExactly("EndedByDeath", "CancellationRequested");
        assertThat(afterDeath(held().seen())).isEmpty();
        assertThat(afterDeath(new Referrals())).isEmpty();
    }

    @Test
    void a_death_told_twice_is_told_once() {
        Referrals referral = held();
        afterDeath(referral);
        assertThat(afterDeath(referral)).isEmpty();
    }

    private static List<String> afterDeath(Referrals referral) {
        return referral.when(new EndByDeath(ID, referral.now()));
    }

    private record ReferralStarting(Kind kind) {
        Referrals started() {
            return new Referrals().then(draft(kind));
        }
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T13:00:00Z");
    }

    private static Due due(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.Drafted told -> told.due();
            case ReferralEvent.Offered told -> told.due();
            default -> throw new AssertionError("no clock expected in " + event);
        };
    }

    private static ReferralCommand asking(Specialty specialty, Capacity capacity) {
        return new Send(ID, List.of(new Candidate(HARBOR, specialty, capacity, Set.of())), at("2026-09-18"));
    }

    private static ReferralCommand accept(PerformerId performer, Referrals referral) {
        return new Accept(ID, performer, Way.FAX, referral.now());
    }

    private static ReferralCommand decline(PerformerId performer, Referrals referral) {
        return new Decline(ID, performer, DeclineReason.NO_CAPACITY, "", Way.PHONE, referral.now());
    }

    private static ReferralCommand propose(Instant time, Referrals referral) {
        return new ProposeTime(ID, HARBOR, time, Way.PHONE, referral.now());
    }

    private static ReferralCommand schedule(Instant time, Referrals referral) {
        return new Schedule(ID, HARBOR, time, Way.PHONE, referral.now());
    }

    private static ReferralCommand place(int place, Referrals referral) {
        return new TellWaitlistPosition(ID, HARBOR, place, Way.PHONE, referral.now());
    }

    private static ReferralCommand cancellation(Referrals referral) {
        return new RequestCancellation(ID, "Moved away", referral.now());
    }

    private static ReferralCommand link(PerformerId performer, String hash, Referrals referral) {
        return new IssueLink(ID, performer, hash, referral.now().plus(Duration.ofDays(30)), referral.now());
    }

    private static ReferralCommand confirmation(Referrals referral) {
        return new ConfirmCancellation(ID, HARBOR, Way.PHONE, referral.now());
    }
}
