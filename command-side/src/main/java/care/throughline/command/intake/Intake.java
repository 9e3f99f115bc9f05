package care.throughline.command.intake;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.command.intake.Answered.Applied;
import care.throughline.command.intake.Answered.Repeated;
import care.throughline.command.intake.Answered.WaitsAside;
import care.throughline.command.intake.IntakeCommand.AskStanding;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.intake.IntakeCommand.SetAside;
import care.throughline.command.intake.IntakeCommand.Standing;
import care.throughline.command.intake.Reading.Head;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way in: keeps a message, applies what it says and answers. All that one message causes is stored together; whatever it
 * is interrupted at, taking the same message again finishes the rest and doubles nothing.
 */
public final class Intake {

    private static final Refusal REUSED = new Refusal(
            Answer.AE, "control-id-reused", "Another message came under this control id before; both are kept.");

    private final Filing filing;
    private final MessageTexts texts;
    private final Effects effects;
    private final Providers providers;
    private final Commands commands;
    private final Outcomes outcomes;
    private final Clock clock;

    public Intake(
            Filing filing,
            MessageTexts texts,
            ApplyNews applyNews,
            ReceiveAsks receiveAsks,
            Providers providers,
            Commands commands,
            Outcomes outcomes,
            Clock clock) {
        this.filing = filing;
        this.texts = texts;
        this.effects = new Effects(applyNews, receiveAsks, commands);
        this.providers = providers;
        this.commands = commands;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Takes a message from a sender; when this returns, it and what it caused are durable.
     *
     * @param actor who handed it over, for example {@code system:mllp}
     */
    public Answered take(Reader reader, byte[] message, String actor) {
        Reading reading = reader.read(message);
        Head head = reading.head();
        String digest = filing.digest(head);
        Arrival arrival = new Arrival(reader.channel(), head, digest, () -> message, actor);
        return hear(arrival, filing.idOf(head, digest), reading)
                .or(() -> hear(arrival, filing.idOfReuse(head, digest), new Reading.Refused(head, REUSED)))
                .orElseThrow(() -> new IllegalStateException("an id made of the content cannot have other content"));
    }

    /** Takes a message again that the system may not have finished before it stopped; no repeat by its sender. */
    void finish(MessageId id, Reader reader, byte[] message, String actor) {
        Head head = reader.read(message).head();
        AskStanding ask = new AskStanding(id, filing.digest(head));
        if (commands.ask(ask, Provenance.of(id, head, actor), Standing.class) == Standing.DONE) {
            texts.settle(id);
        } else {
            take(reader, message, actor);
        }
    }

    /** Applies what was read, or sets it aside: a replay of a message that waits. */
    Answered settle(MessageId id, Reading reading, String actor) {
        Map<String, String> metadata = Provenance.labelled(Provenance.of(id, reading.head(), actor), reading.labels());
        return settle(id, reading, metadata, () -> Standing.OPEN)
                .orElseThrow(() -> new IllegalStateException("a message that waits is open"));
    }

    /** What became of it; empty if other content came under this id before. */
    private Optional<Answered> hear(Arrival arrival, MessageId id, Reading reading) {
        byte[] message = arrival.message().get();
        filing.keep(id, arrival.channel(), message);
        Receive receive = new Receive(
                id,
                arrival.channel(),
                arrival.head().source(),
                arrival.head().kind(),
                Filing.printable(arrival.head().controlId()),
                arrival.digest(),
                message.length,
                clock.instant());
        Map<String, String> metadata =
                Provenance.labelled(Provenance.of(id, arrival.head(), arrival.actor()), reading.labels());
        return settle(id, reading, metadata, () -> commands.ask(receive, metadata, Standing.class));
    }

    private Optional<Answered> settle(
            MessageId id, Reading reading, Map<String, String> metadata, Supplier<Standing> standing) {
        Optional<Answered> answered = switch (reading) {
            case Reading.Understood understood -> {
                providers.keep(understood.providers());
                yield orSetAside(id, metadata, standing, () -> effects.of(understood, metadata));
            }
            case Reading.Answers answers -> orSetAside(id, metadata, standing, () -> effects.of(answers, metadata));
            case Reading.Asks asks -> orSetAside(id, metadata, standing, () -> effects.of(asks, metadata));
            case Reading.Refused refused -> together(id, standing, () -> setAside(id, refused.refusal(), metadata));
        };
        answered.ifPresent(known -> {
            texts.settle(id);
            outcomes.count(reading.head().source(), outcome(known));
        });
        return answered;
    }

    private Optional<Answered> orSetAside(
            MessageId id, Map<String, String> metadata, Supplier<Standing> standing, Supplier<Set<PatientId>> effects) {
        try {
            return together(id, standing, () -> apply(id, effects, metadata));
        } catch (Rejected e) {
            Refusal refusal = new Refusal(Answer.AE, e.reason(), String.valueOf(e.getMessage()));
            return together(id, standing, () -> setAside(id, refusal, metadata));
        }
    }

    private Optional<Answered> together(
            MessageId id, Supplier<Standing> standing, Supplier<Function<Recorded, Answered>> ifOpen) {
        Commands.Together<Optional<Function<Recorded, Answered>>> stored =
                commands.together(() -> switch (standing.get()) {
                    case OPEN -> Optional.of(ifOpen.get());
                    case DONE -> Optional.of(recorded -> new Repeated(id));
                    case OTHER_CONTENT -> Optional.empty();
                });
        return stored.answer().map(answer -> answer.apply(stored.recorded()));
    }

    private Function<Recorded, Answered> apply(
            MessageId id, Supplier<Set<PatientId>> effects, Map<String, String> metadata) {
        Set<PatientId> patients = effects.get();
        commands.send(new MarkApplied(id, patients, clock.instant()), metadata);
        return recorded -> new Applied(id, patients, recorded);
    }

    private Function<Recorded, Answered> setAside(MessageId id, Refusal why, Map<String, String> metadata) {
        commands.send(new SetAside(id, why.answer(), why.reason(), why.sentence(), clock.instant()), metadata);
        return recorded -> new WaitsAside(id, why, recorded);
    }

    private static String outcome(Answered answered) {
        return switch (answered) {
            case Applied applied -> "applied";
            case Repeated repeated -> "repeated";
            case WaitsAside aside -> aside.why().reason();
        };
    }

    /** A message that came, whatever it is filed under. */
    private record Arrival(String channel, Head head, String digest, MessageTexts.Bytes message, String actor) {}
}
