package care.throughline.command.retention;

import care.throughline.command.Automation;
import care.throughline.command.Commands;
import care.throughline.command.intake.IntakeCommand;
import care.throughline.events.MessageId;
import care.throughline.events.Meta;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.retention.RetentionEvent.Approved;
import care.throughline.events.retention.RetentionEvent.MessagesLetGo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/**
 * Carries an approved run out. First the event says which texts go, then their keys are destroyed: a stop in between is made
 * good when the processor goes on, because events come again.
 */
public final class WhenRetentionIsApprovedThenLetGo implements Automation {

    private static final String NAME = "when_retention_is_approved_then_let_go";
    private static final Map<String, String> ITSELF = Map.of(
            Meta.ACTOR,
            "system:" + NAME,
            Meta.ROLE,
            "SYSTEM",
            Meta.PURPOSE,
            "HOPERAT",
            Meta.SOURCE,
            "automation:" + NAME);

    /** So many in one event. */
    private static final int TOGETHER = 500;

    private final DueTexts texts;
    private final Commands commands;
    private final Clock clock;

    /** Asks the clock only when something was done. */
    public WhenRetentionIsApprovedThenLetGo(DueTexts texts, Commands commands, Clock clock) {
        this.texts = texts;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @EventHandler
    void on(Approved run) {
        List<MessageId> due = texts.next(run.recordClass(), run.before(), null, TOGETHER);
        while (!due.isEmpty()) {
            if (run.recordClass() == RecordClass.MESSAGE_ASIDE) {
                due.forEach(message -> discard(message, run));
            }
            commands.send(new RetentionCommand.LetGo(run.run(), Set.copyOf(due), clock.instant()), ITSELF);
            due = texts.next(run.recordClass(), run.before(), due.getLast(), TOGETHER);
        }
        int held = texts.held(run.recordClass(), run.before());
        commands.send(new RetentionCommand.Complete(run.run(), held, clock.instant()), ITSELF);
    }

    /** What nobody will ever read waits for nobody. */
    private void discard(MessageId message, Approved run) {
        commands.send(
                new IntakeCommand.Discard(message, run.by(), "The retention period is over", clock.instant()), ITSELF);
    }

    @EventHandler
    void on(MessagesLetGo gone) {
        texts.destroyKeys(gone.messages());
    }
}
