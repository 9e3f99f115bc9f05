package care.throughline.command.exchange;

import care.throughline.command.Automation;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.DirectoryEvent.ReachChanged;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Accepted;
import care.throughline.events.referral.ReferralEvent.AppointmentCancelled;
import care.throughline.events.referral.ReferralEvent.AppointmentMissed;
import care.throughline.events.referral.ReferralEvent.CancellationRequested;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Declined;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.ReferralEvent.Offered;
import care.throughline.events.referral.ReferralEvent.Received;
import care.throughline.events.referral.ReferralEvent.Released;
import care.throughline.events.referral.ReferralEvent.ResultReported;
import care.throughline.events.referral.ReferralEvent.Scheduled;
import care.throughline.events.referral.ReferralEvent.Seen;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Queues what another's own system is to be told, the performer's whom we ask or the requester's who asks us, in the transaction
 * in which the event counts as handled. An event that comes again queues nothing: what it caused is known by its id, and what is
 * told of the past again never leaves.
 */
public final class WhenReferralMovesThenTellPerformer implements Automation {

    private final OutboxEntries outbox;

    private WhenReferralMovesThenTellPerformer(OutboxEntries outbox) {
        this.outbox = outbox;
    }

    /** Keeps what it knows in tables {@code command.reach}, {@code command.outbound_referral} and {@code command.outbox}. */
    public static WhenReferralMovesThenTellPerformer keptIn(DataSource database) {
        return new WhenReferralMovesThenTellPerformer(new OutboxEntries(JdbcClient.create(database)));
    }

    @Override
    public String name() {
        return "when_referral_moves_then_tell_performer";
    }

    @EventHandler
    void on(ReachChanged event) {
        outbox.reach(event.performer(), event.reach());
    }

    @EventHandler
    void on(Drafted event) {
        outbox.began(event.referral(), event.patient());
    }

    @EventHandler
    void on(Received event) {
        outbox.isAskedBy(event.referral(), event.requester());
    }

    @EventHandler
    void on(Offered event, EventMessage<?> message) {
        toPerformer(message, Effect.REQUEST, event, event.performer());
    }

    @EventHandler
    void on(Accepted event, EventMessage<?> message) {
        outbox.isHeld(event.referral(), event.performer());
        toPerformer(message, Effect.IDENTITY, event, event.performer());
        toRequester(message, Effect.WE_ACCEPT, event);
    }

    /** What we were asked and decline is over with that. */
    @EventHandler
    void on(Declined event, EventMessage<?> message) {
        outbox.isHeld(event.referral(), null);
        if (toRequester(message, Effect.WE_DECLINE, event)) {
            outbox.ended(event.referral());
        }
    }

    @EventHandler
    void on(Released event, EventMessage<?> message) {
        toPerformer(message, Effect.WITHDRAWAL, event, event.performer());
    }

    @EventHandler
    void on(Scheduled event, EventMessage<?> message) {
        boolean moved = outbox.isScheduled(event.referral());
        toRequester(message, moved ? Effect.WE_MOVE : Effect.WE_SCHEDULE, event);
    }

    @EventHandler
    void on(AppointmentMissed event, EventMessage<?> message) {
        toRequester(message, Effect.WE_MISSED, event);
    }

    @EventHandler
    void on(AppointmentCancelled event, EventMessage<?> message) {
        toRequester(message, Effect.WE_CALL_OFF, event);
    }

    @EventHandler
    void on(Seen event, EventMessage<?> message) {
        toRequester(message, Effect.WE_HAVE_SEEN, event);
    }

    @EventHandler
    void on(ResultReported event, EventMessage<?> message) {
        toRequester(message, Effect.WE_REPORT, event);
    }

    @EventHandler
    void on(CancellationRequested event, EventMessage<?> message) {
        outbox.holder(event.referral()).ifPresent(holder -> toPerformer(message, Effect.CANCELLATION, event, holder));
    }

    @EventHandler
    void on(Cancelled event, EventMessage<?> message) {
        toRequester(message, Effect.WE_CONFIRM, event);
        outbox.ended(event.referral());
    }

    @EventHandler
    void on(Closed event) {
        outbox.ended(event.referral());
    }

    @EventHandler
    void on(PatientErased event) {
        outbox.erase(event.scope().records());
    }

    /** Of what we ask; where we are asked ourselves, nobody needs to tell us. */
    private void toPerformer(EventMessage<?> message, Effect effect, ReferralEvent event, PerformerId performer) {
        if (!ReplayToken.isReplay(message) && outbox.requester(event.referral()).isEmpty()) {
            outbox.queue(message.getIdentifier(), positionOf(message), effect, event.referral(), performer);
        }
    }

    /** What we do about what we were asked; false if it is we who ask. */
    private boolean toRequester(EventMessage<?> message, Effect effect, ReferralEvent event) {
        Optional<PerformerId> requester = outbox.requester(event.referral());
        requester.ifPresent(
                asker -> outbox.queue(message.getIdentifier(), positionOf(message), effect, event.referral(), asker));
        return requester.isPresent();
    }

    private static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
