package care.throughline.command.intake;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.command.intake.Answered.Applied;
import care.throughline.command.intake.Answered.Repeated;
import care.throughline.command.intake.Answered.WaitsAside;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.intake.IntakeCommand.SetAside;
import care.throughline.command.intake.IntakeCommand.Standing;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.MessageId;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The way in: keeps a message, applies what it says and answers. Whatever step it is interrupted at, taking the same
 * message again finishes the rest and doubles nothing.
 */
public final class Intake {

    private final Filing filing;
    private final MessageTexts texts;
    private final ApplyNews applyNews;
    private final Providers providers;
    private final Commands commands;
    private final Outcomes outcomes;
    private final Clock clock;

    public Intake(
            Filing filing,
            MessageTexts texts,
            ApplyNews applyNews,
            Providers providers,
            Commands commands,
            Outcomes outcomes,
            Clock clock) {
        this.filing = filing;
        this.texts = texts;
        this.applyNews = applyNews;
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
        String digest = filing.digest(reading.head());
        MessageId id = filing.idOf(reading.head(), digest);
        Standing standing = receive(reader, reading, id, digest, message, actor);
        return switch (standing) {
            case OPEN -> settle(id, reading, actor);
            case DONE -> repeated(id, reading);
            case OTHER_CONTENT -> reused(reader, reading, digest, message, actor);
        };
    }

    /** Applies what was read, or sets it aside; used for replays, too. */
    Answered settle(MessageId id, Reading reading, String actor) {
        Answered answered = switch (reading) {
            case Reading.Understood understood -> apply(id, understood, actor);
            case Reading.Refused refused -> setAside(id, refused.head(), refused.refusal(), actor);
        };
        texts.settle(id);
        return counted(reading, answered);
    }

    private Standing receive(
            Reader reader, Reading reading, MessageId id, String digest, byte[] message, String actor) {
        filing.keep(id, reader.channel(), message);
        Receive receive = new Receive(
                id,
                reader.channel(),
                reading.head().source(),
                reading.head().kind(),
                Filing.printable(reading.head().controlId()),
                digest,
                message.length,
                clock.instant());
        return commands.ask(receive, metadata(id, reading.head(), actor), Standing.class);
    }

    private Answered apply(MessageId id, Reading.Understood understood, String actor) {
        Map<String, String> metadata = metadata(id, understood.head(), actor);
        Set<PatientId> patients = new LinkedHashSet<>();
        try {
            providers.keep(understood.providers());
            understood.news().forEach(news -> patients.add(applyNews.apply(news, metadata)));
        } catch (Rejected e) {
            Refusal refusal = new Refusal(Answer.AE, e.reason(), String.valueOf(e.getMessage()));
            return setAside(id, understood.head(), refusal, actor);
        }
        Recorded recorded = commands.send(new MarkApplied(id, patients, clock.instant()), metadata);
        return new Applied(id, patients, recorded);
    }

    /** A control id that came before with other content: kept and set aside under an id of its own. */
    private Answered reused(Reader reader, Reading reading, String digest, byte[] message, String actor) {
        MessageId id = filing.idOfReuse(reading.head(), digest);
        Standing standing = receive(reader, reading, id, digest, message, actor);
        if (standing == Standing.DONE) {
            return repeated(id, reading);
        }
        Refusal refusal = new Refusal(
                Answer.AE, "control-id-reused", "Another message came under this control id before; both are kept.");
        Answered answered = setAside(id, reading.head(), refusal, actor);
        texts.settle(id);
        return counted(reading, answered);
    }

    private Answered repeated(MessageId id, Reading reading) {
        texts.settle(id);
        return counted(reading, new Repeated(id));
    }

    private Answered setAside(MessageId id, Reading.Head head, Refusal why, String actor) {
        SetAside aside = new SetAside(id, why.answer(), why.reason(), why.sentence(), clock.instant());
        return new WaitsAside(id, why, commands.send(aside, metadata(id, head, actor)));
    }

    private Answered counted(Reading reading, Answered answered) {
        outcomes.count(
                reading.head().source(),
                switch (answered) {
                    case Applied applied -> "applied";
                    case Repeated repeated -> "repeated";
                    case WaitsAside aside -> aside.why().reason();
                });
        return answered;
    }

    private static Map<String, String> metadata(MessageId id, Reading.Head head, String actor) {
        return Map.of(
                Meta.ACTOR,
                actor,
                Meta.ROLE,
                "INTEGRATION",
                Meta.PURPOSE,
                "TREAT",
                Meta.SOURCE,
                head.source(),
                Meta.CORRELATION,
                id.value());
    }
}
