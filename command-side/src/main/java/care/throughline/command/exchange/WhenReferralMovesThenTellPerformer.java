package care.throughline.command.exchange;

import care.throughline.command.Automation;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.DirectoryEvent.ReachChanged;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Accepted;
import care.throughline.events.referral.ReferralEvent.CancellationRequested;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Declined;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.ReferralEvent.Offered;
import care.throughline.events.referral.ReferralEvent.Released;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Queues what a performer's own system is to be told, in the transaction in which the event counts as handled. An event that
 * comes again queues nothing: what it caused is known by its id.
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
    void on(Offered event, EventMessage<?> message) {
        queue(message, Effect.REQUEST, event, event.performer());
    }

    @EventHandler
    void on(Accepted event, EventMessage<?> message) {
        outbox.isHeld(event.referral(), event.performer());
        queue(message, Effect.IDENTITY, event, event.performer());
    }

    @EventHandler
    void on(Declined event) {
        outbox.isHeld(event.referral(), null);
    }

    @EventHandler
    void on(Released event, EventMessage<?> message) {
        queue(message, Effect.WITHDRAWAL, event, event.performer());
    }

    @EventHandler
    void on(CancellationRequested event, EventMessage<?> message) {
        outbox.holder(event.referral()).ifPresent(holder -> queue(message, Effect.CANCELLATION, event, holder));
    }

    @EventHandler
    void on(Cancelled event) {
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

    private void queue(EventMessage<?> message, Effect effect, ReferralEvent event, PerformerId performer) {
        outbox.queue(message.getIdentifier(), positionOf(message), effect, event.referral(), performer);
    }

    private static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
