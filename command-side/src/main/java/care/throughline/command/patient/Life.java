package care.throughline.command.patient;

import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.AliveConfirmed;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DeathWithdrawn;
import java.time.Instant;
import java.util.List;

/** What is known of whether somebody lives: the last told wins, and of two told at the same moment the death. */
sealed interface Life {

    /** Nobody ever said otherwise. */
    record Untold() implements Life {}

    record Dead(DeathRecorded known) implements Life {}

    /** Last told to be alive, perhaps after having been told to be dead. */
    record Alive(Instant toldAt) implements Life {}

    default List<PatientEvent> hearDeath(DeathRecorded told) {
        return switch (this) {
            case Untold untold -> List.of(told);
            case Alive alive -> told.occurredAt().isBefore(alive.toldAt()) ? List.of() : List.of(told);
            case Dead dead -> correct(dead.known(), told);
        };
    }

    default List<PatientEvent> hearAlive(PatientId patient, Instant toldAt) {
        return switch (this) {
            case Untold untold -> List.of(new AliveConfirmed(patient, toldAt));
            case Alive alive ->
                toldAt.isAfter(alive.toldAt()) ? List.of(new AliveConfirmed(patient, toldAt)) : List.of();
            case Dead dead ->
                toldAt.isAfter(dead.known().occurredAt()) ? List.of(new DeathWithdrawn(patient, toldAt)) : List.of();
        };
    }

    /** News without a time changes none that we know; older news counts only if it knows one and we do not. */
    private static List<PatientEvent> correct(DeathRecorded known, DeathRecorded told) {
        Instant knownAt = known.diedAt();
        Instant toldDiedAt = told.diedAt();
        if (told.occurredAt().isAfter(known.occurredAt())) {
            Instant stands = toldDiedAt == null ? knownAt : toldDiedAt;
            return List.of(new DeathRecorded(told.patient(), stands, told.occurredAt()));
        }
        boolean addsTime = toldDiedAt != null && knownAt == null;
        boolean laterOfTwo = toldDiedAt != null
                && knownAt != null
                && told.occurredAt().equals(known.occurredAt())
                && toldDiedAt.isAfter(knownAt);
        return addsTime || laterOfTwo
                ? List.of(new DeathRecorded(told.patient(), toldDiedAt, known.occurredAt()))
                : List.of();
    }
}
