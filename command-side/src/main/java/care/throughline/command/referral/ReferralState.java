package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.Work;
import care.throughline.command.referral.ReferralCommand.FromAsker;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.command.referral.ReferralCommand.FromRequester;
import care.throughline.command.referral.ReferralCommand.OnTheDesk;
import care.throughline.command.referral.Request.Answer;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Accepted;
import care.throughline.events.referral.ReferralEvent.AppointmentCancelled;
import care.throughline.events.referral.ReferralEvent.AppointmentMissed;
import care.throughline.events.referral.ReferralEvent.CancellationRequested;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Declined;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.ReferralEvent.EndAcknowledged;
import care.throughline.events.referral.ReferralEvent.EndedByDeath;
import care.throughline.events.referral.ReferralEvent.LinkIssued;
import care.throughline.events.referral.ReferralEvent.LinkRevoked;
import care.throughline.events.referral.ReferralEvent.Offered;
import care.throughline.events.referral.ReferralEvent.PacketItemAdded;
import care.throughline.events.referral.ReferralEvent.PacketItemRemoved;
import care.throughline.events.referral.ReferralEvent.Received;
import care.throughline.events.referral.ReferralEvent.Released;
import care.throughline.events.referral.ReferralEvent.ResultReported;
import care.throughline.events.referral.ReferralEvent.Scheduled;
import care.throughline.events.referral.ReferralEvent.Seen;
import care.throughline.events.referral.ReferralEvent.Snoozed;
import care.throughline.events.referral.ReferralEvent.TimeProposed;
import care.throughline.events.referral.ReferralEvent.Unsnoozed;
import care.throughline.events.referral.ReferralEvent.WaitlistPositionTold;
import care.throughline.events.referral.ReferralStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a referral knows when it decides: nobody has it, somebody has it, or it is over. */
sealed interface ReferralState {

    record NotStarted() implements ReferralState {}

    /** Drafted, and perhaps sent; nobody has accepted. */
    record Open(Request request) implements ReferralState {}

    /** Somebody accepted. */
    record Held(Request request, Hold hold) implements ReferralState {}

    /** Cancelled or closed. */
    record Over(Request request, ReferralStatus how) implements ReferralState {}

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws care.throughline.command.Rejected if the rules say no
     */
    default List<ReferralEvent> decide(ReferralCommand command, Moment now) {
        now.happened(command.at());
        return switch (command) {
            case FromRequester ours -> new Requesting(this, now).decide(ours);
            case FromAsker asked -> new Receiving(this, now).decide(asked);
            case FromPerformer theirs -> new Performing(this, now).decide(theirs);
            case OnTheDesk aside -> new PuttingAside(this, now).decide(aside);
        };
    }

    /** Whatever happens brings back what was snoozed. */
    default ReferralState evolve(ReferralEvent event) {
        ReferralState next = after(event);
        return next.with(next.request().snoozed(event instanceof Snoozed told ? Snooze.of(told, snooze()) : null));
    }

    private ReferralState after(ReferralEvent event) {
        return switch (event) {
            case Drafted told -> new Open(Request.of(told));
            case Received told -> with(request().askedBy(told.requester()));
            case PacketItemAdded told -> with(request().packed(told.item(), true));
            case PacketItemRemoved told -> with(request().packed(told.item(), false));
            case Offered told -> new Open(request().answered(told.performer(), Answer.ASKED));
            case Accepted told ->
                new Held(
                        request().answered(told.performer(), Answer.ACCEPTED),
                        Hold.accepted(told.performer(), told.occurredAt()));
            case Released told -> with(request().answered(told.performer(), Answer.RELEASED));
            case Declined told -> new Open(request().answered(told.performer(), Answer.DECLINED));
            case WaitlistPositionTold told -> holding(hold -> hold.waitlisted(told.place()));
            case TimeProposed told -> holding(hold -> hold.proposing(told.startsAt()));
            case Scheduled told -> holding(hold -> hold.now(ReferralStatus.SCHEDULED, told.startsAt()));
            case AppointmentMissed told -> holding(hold -> hold.now(ReferralStatus.MISSED, null));
            case AppointmentCancelled told -> holding(hold -> hold.now(ReferralStatus.APPOINTMENT_CANCELLED, null));
            case Seen told -> holding(hold -> hold.now(ReferralStatus.SEEN, null));
            case ResultReported told -> holding(hold -> hold.reported(told.result()));
            case CancellationRequested told ->
                holding(hold -> hold.now(ReferralStatus.CANCELLATION_REQUESTED, hold.startsAt()));
            case LinkIssued told -> with(request().linked(told.performer(), told.hash()));
            case LinkRevoked told -> with(request().linked(told.performer(), null));
            case Snoozed told -> this;
            case Unsnoozed told -> this;
            case EndedByDeath told -> with(request().ending(Request.End.UNREAD));
            case EndAcknowledged told -> with(request().ending(Request.End.READ));
            case Cancelled told -> new Over(request(), ReferralStatus.CANCELLED);
            case Closed told -> new Over(request(), ReferralStatus.CLOSED);
        };
    }

    /** True if it is off the desk, and was put there at this moment. */
    default boolean isSnoozedSince(Instant at) {
        Snooze snooze = snooze();
        return snooze != null && snooze.at().equals(at);
    }

    /** What it stands for on the desk.
     *
     * @throws Rejected if there is no such referral
     */
    default Work asWork() {
        if (this instanceof NotStarted) {
            throw new Rejected("referral-unknown", "There is no such referral.");
        }
        Snooze snooze = snooze();
        return new Work(request().patient(), snooze == null ? null : snooze.at());
    }

    /** Off the desk, if somebody put it there. */
    default @Nullable Snooze snooze() {
        return this instanceof NotStarted ? null : request().snooze();
    }

    /** What was asked.
     *
     * @throws IllegalStateException if nothing was
     */
    default Request request() {
        return switch (this) {
            case NotStarted none -> throw new IllegalStateException("a referral is drafted before anything else");
            case Open open -> open.request();
            case Held held -> held.request();
            case Over over -> over.request();
        };
    }

    /** True if somebody else asks this of us. */
    default boolean isAskedOfUs() {
        return !(this instanceof NotStarted) && request().asker() != null;
    }

    /** Which of the ten states it is in; null before it is drafted. */
    default @Nullable ReferralStatus status() {
        return switch (this) {
            case NotStarted none -> null;
            case Open open ->
                !open.request().answers().isEmpty() && open.request().asked().isEmpty()
                        ? ReferralStatus.DECLINED
                        : ReferralStatus.CREATED;
            case Held held -> held.hold().status();
            case Over over -> over.how();
        };
    }

    private ReferralState with(Request request) {
        return switch (this) {
            case NotStarted none -> new Open(request);
            case Open open -> new Open(request);
            case Held held -> new Held(request, held.hold());
            case Over over -> new Over(request, over.how());
        };
    }

    private ReferralState holding(UnaryOperator<Hold> change) {
        return this instanceof Held held ? new Held(held.request(), change.apply(held.hold())) : this;
    }
}
