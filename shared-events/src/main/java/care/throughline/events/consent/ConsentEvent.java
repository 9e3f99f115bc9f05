package care.throughline.events.consent;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that can happen to the consents of one person; each event carries the label of the data that it is about. */
public sealed interface ConsentEvent extends DomainEvent {

    PatientId patient();

    ConsentId consent();

    /** The kind of data that it is about. */
    Sensitivity covers();

    /** Signed; {@code form} says where the signed form lies and what it says in the person's own words. */
    @EventName("consent.Given")
    record Given(
            PatientId patient, ConsentId consent, Terms terms, StaffId by, Personal<String> form, Instant occurredAt)
            implements ConsentEvent {
        @Override
        public Sensitivity covers() {
            return terms.covers();
        }
    }

    /** Taken back, from now on; {@code words} says how it was told. */
    @EventName("consent.Revoked")
    record Revoked(
            PatientId patient,
            ConsentId consent,
            Sensitivity covers,
            StaffId by,
            Personal<String> words,
            Instant occurredAt)
            implements ConsentEvent {}
}
