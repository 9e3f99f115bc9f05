package care.throughline.events.intake;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;
import java.util.Set;

/** Everything that can happen to one inbound message; the text itself is kept sealed, apart from the events. */
public sealed interface IntakeEvent extends DomainEvent {

    MessageId message();

    /**
     * Arrived and kept.
     *
     * @param channel {@code mllp}, {@code fhir} or {@code file}
     * @param sender the sending system, never a person
     * @param kind what it is, for example {@code ADT^A03} or {@code Bundle/transaction}
     * @param digest a keyed hash of the text without its message time: equal for a repeat, and nothing can be told from it
     */
    @EventName("intake.MessageReceived")
    record MessageReceived(
            MessageId message,
            String channel,
            String sender,
            String kind,
            String controlId,
            String digest,
            int bytes,
            Instant occurredAt)
            implements IntakeEvent {}

    /** All it says is applied. */
    @EventName("intake.MessageApplied")
    record MessageApplied(MessageId message, Set<PatientId> patients, Instant occurredAt) implements IntakeEvent {}

    /** The same message came again and changed nothing. */
    @EventName("intake.MessageRepeated")
    record MessageRepeated(MessageId message, Instant occurredAt) implements IntakeEvent {}

    /** Not applied, answered AE or AR with this reason; it waits for a person to correct and replay or discard it. */
    @EventName("intake.MessageSetAside")
    record MessageSetAside(
            MessageId message, Answer answer, String reason, Personal<String> sentence, Instant occurredAt)
            implements IntakeEvent {}

    /** A person corrected the text; the original is kept. */
    @EventName("intake.MessageCorrected")
    record MessageCorrected(MessageId message, StaffId by, String digest, Instant occurredAt) implements IntakeEvent {}

    /** A person decided that it is not to be applied. */
    @EventName("intake.MessageDiscarded")
    record MessageDiscarded(MessageId message, StaffId by, Personal<String> reason, Instant occurredAt)
            implements IntakeEvent {}

    /** HL7 table 0008. */
    enum Answer {
        AA,
        AE,
        AR
    }
}
