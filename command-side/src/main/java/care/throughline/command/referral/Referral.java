package care.throughline.command.referral;

import care.throughline.command.Labels;
import care.throughline.command.Visit;
import care.throughline.command.Work;
import care.throughline.command.rules.Rules;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.Sensitivity;
import care.throughline.events.referral.ReferralEvent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A referral as Axon sees it; what it decides is in {@link ReferralState}. */
@AggregateRoot(type = "Referral")
final class Referral {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable ReferralId id;

    private long version;
    private Set<Sensitivity> labels = Set.of();
    private ReferralState state = new ReferralState.NotStarted();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void draft(ReferralCommand.Draft command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, command.labels(), rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void receive(ReferralCommand.Receive command, Rules rules, Clock clock, ZoneId zone) {
        Set<Sensitivity> both = Labels.both(command.labels(), command.house().labels());
        decide(command, both, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(ReferralCommand.Withdraw command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pack(ReferralCommand.SetPacketItem command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void send(ReferralCommand.Send command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, Labels.both(labels, command.labels()), rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(ReferralCommand.TakeTime command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(ReferralCommand.RequestCancellation command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(ReferralCommand.EndByDeath command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void read(ReferralCommand.ReadResult command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(ReferralCommand.Accept command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decline(ReferralCommand.Decline command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(ReferralCommand.TellWaitlistPosition command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void propose(ReferralCommand.ProposeTime command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void schedule(ReferralCommand.Schedule command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void miss(ReferralCommand.RecordMissed command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(ReferralCommand.CancelAppointment command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void see(ReferralCommand.RecordSeen command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(ReferralCommand.ReportResult command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ReferralCommand.ConfirmCancellation command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void issue(ReferralCommand.IssueLink command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void revoke(ReferralCommand.RevokeLink command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(ReferralCommand.IfUnchanged command, Rules rules, Clock clock, ZoneId zone) {
        id = command.referral();
        Refusals.unchanged(version, command.version());
        decide(command.told(), rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void snooze(ReferralCommand.Snooze command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Work ask(AskReferral command) {
        id = command.referral();
        return state.asWork();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void wake(ReferralCommand.Unsnooze command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void takeBack(ReferralCommand.TakeBackSnooze command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void acknowledge(ReferralCommand.AcknowledgeEnd command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, rules, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PatientId ask(ReferralCommand.AskPatient command) {
        id = command.referral();
        return Refusals.known(state).request().patient();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReferralCommand.About ask(ReferralCommand.AskAbout command) {
        id = command.referral();
        Request request = Refusals.running(state).request();
        return new ReferralCommand.About(request.patient(), request.specialty());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Visit ask(AskVisit question) {
        id = question.referral();
        return Refusals.visit(state, labels);
    }

    @EventSourcingHandler
    void on(ReferralEvent event, @MetaDataValue(Meta.LABELS) @Nullable String told) {
        id = event.referral();
        labels = told == null ? Set.of() : Sensitivity.parse(told);
        version++;
        state = state.evolve(event);
    }

    private void decide(ReferralCommand command, Rules rules, Clock clock, ZoneId zone) {
        decide(command, labels, rules, clock, zone);
    }

    /** @param carried labels that all that comes of it carries: once on the draft or on sending it, on everything after it */
    private void decide(ReferralCommand command, Set<Sensitivity> carried, Rules rules, Clock clock, ZoneId zone) {
        id = command.referral(); // also where nothing comes of it: the cache keeps aggregates by id
        Moment now = new Moment(clock.instant().atZone(zone), rules);
        state.decide(command, now).forEach(event -> AggregateLifecycle.apply(event, Labels.of(carried)));
    }
}
