package care.throughline.command.authorization;

import care.throughline.command.rules.Rules;
import care.throughline.events.AuthorizationId;
import care.throughline.events.authorization.AuthorizationEvent;
import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An authorization as Axon sees it; what it decides is in {@link AuthorizationState}. */
@AggregateRoot(type = "Authorization")
final class Authorization {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable AuthorizationId id;

    private AuthorizationState state = new AuthorizationState.NotStarted();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void request(AuthorizationCommand.Request command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void send(AuthorizationCommand.SendInformation command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void file(AuthorizationCommand.FileAppeal command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(AuthorizationCommand.AcceptDecision command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(AuthorizationCommand.Withdraw command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void expire(AuthorizationCommand.RecordExpiry command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pend(AuthorizationCommand.Pend command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(AuthorizationCommand.Approve command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(AuthorizationCommand.ApprovePartly command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void deny(AuthorizationCommand.Deny command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AuthorizationCommand.DecideAppeal command, Rules rules, Clock clock, ZoneId zone) {
        apply(command, rules, clock, zone);
    }

    @EventSourcingHandler
    void on(AuthorizationEvent event) {
        id = event.authorization();
        state = state.evolve(event);
    }

    private void apply(AuthorizationCommand command, Rules rules, Clock clock, ZoneId zone) {
        id = command.authorization(); // also where nothing comes of it: the cache keeps aggregates by id
        Moment now = new Moment(clock.instant().atZone(zone), rules);
        state.decide(command, now).forEach(AggregateLifecycle::apply);
    }
}
