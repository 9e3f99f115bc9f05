package care.throughline.command.referral;

import static care.throughline.events.referral.ReferralStatus.ACCEPTED;
import static care.throughline.events.referral.ReferralStatus.APPOINTMENT_CANCELLED;
import static care.throughline.events.referral.ReferralStatus.CANCELLATION_REQUESTED;
import static care.throughline.events.referral.ReferralStatus.CANCELLED;
import static care.throughline.events.referral.ReferralStatus.MISSED;
import static care.throughline.events.referral.ReferralStatus.SCHEDULED;
import static care.throughline.events.referral.ReferralStatus.SEEN;

import care.throughline.command.Rejected;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.CancelAppointment;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.command.referral.ReferralCommand.ProposeTime;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.command.referral.ReferralCommand.TellWaitlistPosition;
import care.throughline.command.referral.ReferralState.Held;
import care.throughline.command.referral.ReferralState.Over;
import care.throughline.command.referral.Request.Answer;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Accepted;
import care.throughline.events.referral.ReferralEvent.AppointmentCancelled;
import care.throughline.events.referral.ReferralEvent.AppointmentMissed;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Declined;
import care.throughline.events.referral.ReferralEvent.Release;
import care.throughline.events.referral.ReferralEvent.Released;
import care.throughline.events.referral.ReferralEvent.ResultReported;
import care.throughline.events.referral.ReferralEvent.Scheduled;
import care.throughline.events.referral.ReferralEvent.Seen;
import care.throughline.events.referral.ReferralEvent.TimeProposed;
import care.throughline.events.referral.ReferralEvent.WaitlistPositionTold;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a performer may do, and what follows. */
record Performing(ReferralState state, Moment now) {

    private static final Set<ReferralStatus> AWAITING_APPOINTMENT = Set.of(ACCEPTED, MISSED, APPOINTMENT_CANCELLED);
    private static final Set<ReferralStatus> BEFORE_THE_VISIT =
            Set.of(ACCEPTED, MISSED, APPOINTMENT_CANCELLED, SCHEDULED);

    List<ReferralEvent> decide(FromPerformer command) {
        return switch (command) {
            case Accept accept -> accept(accept);
            case Decline decline -> decline(decline);
            case TellWaitlistPosition tell -> place(tell, in(AWAITING_APPOINTMENT, tell));
            case ProposeTime propose -> propose(propose, in(BEFORE_THE_VISIT, propose));
            case Schedule schedule -> schedule(schedule, in(BEFORE_THE_VISIT, schedule));
            case RecordMissed missed -> missed(missed, heldBy(missed));
            case CancelAppointment cancel -> cancel(cancel, heldBy(cancel));
            case RecordSeen seen -> seen(seen, heldBy(seen));
            case ReportResult report -> report(report, heldBy(report));
            case ConfirmCancellation confirm -> confirm(confirm);
        };
    }

    private List<ReferralEvent> accept(Accept command) {
        if (state instanceof Held held && held.hold().performer().equals(command.performer())) {
            return List.of();
        }
        Request request = Refusals.askedOf(command.performer(), state).request();
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new Accepted(
                command.referral(),
                command.performer(),
                way(command),
                due(Wait.APPOINTMENT, request, command.at()),
                command.at()));
        request.asked().stream()
                .filter(other -> !other.equals(command.performer()))
                .forEach(other ->
                        events.add(new Released(command.referral(), other, Release.ANOTHER_ACCEPTED, command.at())));
        return events;
    }

    private List<ReferralEvent> decline(Decline command) {
        PerformerId performer = command.performer();
        if (Refusals.running(state).request().is(performer, Answer.DECLINED)) {
            return List.of();
        }
        Request request = state instanceof Held
                ? in(BEFORE_THE_VISIT, command).request()
                : Refusals.askedOf(performer, state).request();
        boolean last = request.asked().stream().allMatch(performer::equals);
        Declined declined = new Declined(
                command.referral(),
                performer,
                command.reason(),
                Personal.of(request.patient(), command.note()),
                way(command),
                last && !state.isAskedOfUs() ? due(Wait.OTHER_PERFORMER, request, command.at()) : null,
                command.at());
        return state.isAskedOfUs()
                ? List.of(declined, new Cancelled(command.referral(), command.at()))
                : List.of(declined);
    }

    private List<ReferralEvent> place(TellWaitlistPosition command, Held held) {
        if (command.place() < 1) {
            throw new Rejected("place-unclear", "Places on a waitlist are counted from 1.");
        }
        return held.hold().place() == command.place()
                ? List.of()
                : List.of(new WaitlistPositionTold(
                        command.referral(), command.performer(), command.place(), way(command), command.at()));
    }

    private List<ReferralEvent> propose(ProposeTime command, Held held) {
        if (command.startsAt().equals(held.hold().proposed())) {
            return List.of();
        }
        if (state.isAskedOfUs()) {
            throw new Rejected("asked-of-us", "Whoever asked us is told of appointments only. Schedule one.");
        }
        Moment.ahead(command.startsAt(), command.at());
        return List.of(new TimeProposed(
                command.referral(), command.performer(), command.startsAt(), way(command), command.at()));
    }

    private List<ReferralEvent> schedule(Schedule command, Held held) {
        if (command.startsAt().equals(held.hold().startsAt())) {
            return List.of();
        }
        Moment.ahead(command.startsAt(), command.at());
        Due due = due(Wait.VISIT, held.request(), command.startsAt());
        return List.of(new Scheduled(command.referral(), command.performer(), command.startsAt(), due, command.at()));
    }

    private List<ReferralEvent> missed(RecordMissed command, Held held) {
        if (held.hold().status() == MISSED) {
            return List.of();
        }
        Instant startsAt = scheduled(held);
        if (!now.hasCome(startsAt)) {
            throw new Rejected(
                    "visit-not-yet", "The appointment has not begun yet. Cancel it if it will not take place.");
        }
        Due due = due(Wait.APPOINTMENT, held.request(), command.at());
        return List.of(new AppointmentMissed(
                command.referral(), command.performer(), startsAt, way(command), due, command.at()));
    }

    private List<ReferralEvent> cancel(CancelAppointment command, Held held) {
        if (held.hold().status() == APPOINTMENT_CANCELLED) {
            return List.of();
        }
        return List.of(new AppointmentCancelled(
                command.referral(),
                command.performer(),
                scheduled(held),
                Personal.of(held.request().patient(), command.reason()),
                way(command),
                due(Wait.APPOINTMENT, held.request(), command.at()),
                command.at()));
    }

    private List<ReferralEvent> seen(RecordSeen command, Held held) {
        if (held.hold().status() == SEEN) {
            return List.of();
        }
        if (command.at().isBefore(held.hold().acceptedAt())) {
            throw new Rejected("before-acceptance", "This was before the referral was accepted.");
        }
        return List.of(new Seen(
                command.referral(),
                command.performer(),
                way(command),
                due(Wait.RESULT, held.request(), command.at()),
                command.at()));
    }

    private List<ReferralEvent> report(ReportResult command, Held held) {
        Personal<String> result = Personal.of(held.request().patient(), command.result());
        if (result.equals(held.hold().result())) {
            return List.of();
        }
        List<ReferralEvent> events = new ArrayList<>(
                seen(new RecordSeen(command.referral(), command.performer(), command.way(), command.at()), held));
        Due due = due(Wait.READING, held.request(), command.at());
        events.add(
                new ResultReported(command.referral(), command.performer(), result, way(command), due, command.at()));
        if (state.isAskedOfUs()) {
            events.add(new Closed(command.referral(), command.at()));
        }
        return events;
    }

    private List<ReferralEvent> confirm(ConfirmCancellation command) {
        if (state instanceof Over over && over.how() == CANCELLED) {
            return List.of();
        }
        if (heldBy(command).hold().status() != CANCELLATION_REQUESTED) {
            throw new Rejected("no-cancellation-asked", "Nobody has asked to cancel this referral.");
        }
        return List.of(new Cancelled(command.referral(), command.at()));
    }

    private Held heldBy(FromPerformer command) {
        return Refusals.heldBy(command.performer(), state);
    }

    private Held in(Set<ReferralStatus> allowed, FromPerformer command) {
        Held held = heldBy(command);
        if (!allowed.contains(held.hold().status())) {
            throw new Rejected(
                    "too-late",
                    held.hold().status() == SEEN
                            ? "The patient was seen already; report the result."
                            : "The requester has asked to cancel this referral. Confirm it, or report that the patient was seen.");
        }
        return held;
    }

    private static Instant scheduled(Held held) {
        Instant startsAt = held.hold().startsAt();
        if (startsAt == null || held.hold().status() != SCHEDULED) {
            throw new Rejected("not-scheduled", "There is no appointment.");
        }
        return startsAt;
    }

    /** Where we are the performer, it is our own desk that speaks. */
    private Way way(FromPerformer command) {
        return state.isAskedOfUs() ? Way.DESK : command.way();
    }

    private Due due(Wait wait, Request request, Instant from) {
        return now.due(wait, request.urgency(), from);
    }
}
