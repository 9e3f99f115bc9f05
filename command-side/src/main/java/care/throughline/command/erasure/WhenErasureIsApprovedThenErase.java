package care.throughline.command.erasure;

import care.throughline.command.Automation;
import care.throughline.command.Commands;
import care.throughline.command.erasure.Destruction.Order;
import care.throughline.command.erasure.ErasureCommand.AskStanding;
import care.throughline.command.erasure.ErasureCommand.Begin;
import care.throughline.command.erasure.ErasureCommand.Finish;
import care.throughline.command.patient.IdentifierCommand.Release;
import care.throughline.command.patient.Numbers;
import care.throughline.command.patient.PatientCommand.AskNumbers;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.erasure.ErasureEvent.Approved;
import care.throughline.events.erasure.ErasureEvent.Begun;
import care.throughline.events.erasure.ErasureEvent.HoldLifted;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.Scope;
import care.throughline.events.intake.IntakeEvent.MessageApplied;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Unmerged;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries an approved erasure out, step by step: each step is an event, and a stop between two of them is made good when
 * the processor goes on. First the list kept apart, then the keys, then the read models; {@link OpenErasures} certifies.
 */
public final class WhenErasureIsApprovedThenErase implements Automation {

    private static final String NAME = "when_erasure_is_approved_then_erase";
    static final Map<String, String> ITSELF = Map.of(
            Meta.ACTOR,
            "system:" + NAME,
            Meta.ROLE,
            "SYSTEM",
            Meta.PURPOSE,
            "HOPERAT",
            Meta.SOURCE,
            "automation:" + NAME);

    private final Reach reach;
    private final OpenErasures open;
    private final Destruction destruction;
    private final Commands commands;
    private final Clock clock;

    WhenErasureIsApprovedThenErase(
            Reach reach, OpenErasures open, Destruction destruction, Commands commands, Clock clock) {
        this.reach = reach;
        this.open = open;
        this.destruction = destruction;
        this.commands = commands;
        this.clock = clock;
    }

    /** Keeps what it knows in tables {@code command.erasure_*}, in the transaction of the event. */
    public static WhenErasureIsApprovedThenErase keptIn(
            DataSource database, OpenErasures open, Destruction destruction, Commands commands, Clock clock) {
        return new WhenErasureIsApprovedThenErase(
                new ReachTables(JdbcClient.create(database)), open, destruction, commands, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @EventHandler
    void on(MessageApplied event) {
        reach.learn(event.message(), event.patients());
    }

    @EventHandler
    void on(MergedInto event, @SequenceNumber long version) {
        reach.learn(event.patient(), event.survivor(), version);
    }

    @EventHandler
    void on(Unmerged event, @SequenceNumber long version) {
        reach.learn(event.patient(), null, version);
    }

    @EventHandler
    void on(Approved event) {
        begin(reach.of(event.patient()));
    }

    @EventHandler
    void on(HoldLifted event) {
        begin(reach.of(event.patient()));
    }

    /** A hold on any record of the person is a hold on the person. */
    private void begin(Scope scope) {
        if (scope.records().stream().noneMatch(record -> standing(record).held())) {
            scope.records().stream()
                    .filter(record -> standing(record).approved())
                    .forEach(record -> commands.send(new Begin(record, scope, clock.instant()), ITSELF));
        }
    }

    private Standing standing(PatientId record) {
        return commands.ask(new AskStanding(record), ITSELF, Standing.class);
    }

    @EventHandler
    void on(Begun event) {
        Scope scope = event.scope();
        destruction.destroyKeys(
                new Order(event.patient(), scope, event.requestedBy(), event.approvedBy(), event.occurredAt()));
        commands.send(new Finish(event.patient(), destruction.affected(scope), clock.instant()), ITSELF);
    }

    @EventHandler
    void on(PatientErased event, TrackingToken token) {
        event.scope().records().forEach(this::release);
        reach.letGo(event.scope().records());
        open.add(event, token.position().orElseThrow());
    }

    private void release(PatientId record) {
        commands.ask(new AskNumbers(record), ITSELF, Numbers.class)
                .keys()
                .forEach(key -> commands.send(new Release(key, record, clock.instant()), ITSELF));
    }
}
