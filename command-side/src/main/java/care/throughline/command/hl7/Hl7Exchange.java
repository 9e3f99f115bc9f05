package care.throughline.command.hl7;

import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.time.Clock;
import java.util.Optional;

/** Hands each message to the intake and acknowledges it when everything is durable. */
public final class Hl7Exchange implements MllpListener.Exchange {

    private final AdtReader visits;
    private final AnswerReader answers;
    private final Intake intake;
    private final Clock clock;

    public Hl7Exchange(AdtReader visits, AnswerReader answers, Intake intake, Clock clock) {
        this.visits = visits;
        this.answers = answers;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public byte[] answer(byte[] message) {
        Reader reader = AnswerReader.reads(message) ? answers : visits;
        Answered answered = intake.take(reader, message, "system:mllp");
        return Ack.of(message, answered.message().value(), answered.refusal(), clock.instant());
    }

    @Override
    public byte[] answerTooLong(byte[] beginning) {
        Refusal refusal = new Refusal(Answer.AR, "too-long", "The message is longer than this listener takes.");
        return Ack.of(beginning, "", Optional.of(refusal), clock.instant());
    }
}
