package care.throughline.command.erasure;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.erasure.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Destroys what makes a person's data readable, everywhere and for good; infra provides it. Repeating is harmless. */
public interface Destruction {

    /** Writes the erasure into the list kept apart from the database, then destroys the keys on every node. */
    void destroyKeys(Order order);

    /** Where events stand that hold anything sealed under these keys. */
    List<Span> affected(Scope scope);

    /**
     * Takes out what waits to be handled, and removes what deleted keys and rows leave behind in files; not to be called
     * within a transaction, which would keep them.
     *
     * @param position of the event by which read models let go of the person
     * @return empty while one of them has not, or a key still opens
     */
    Optional<Purged> purge(ErasureId erasure, Scope scope, List<Span> affected, long position);

    /**
     * One erasure, complete enough to be done again after a restore.
     *
     * @param at when what it reaches was settled
     */
    record Order(PatientId patient, Scope scope, StaffId requestedBy, StaffId approvedBy, Instant at) {}

    /** Which read models were purged, and how many events waiting to be handled were taken out. */
    record Purged(List<String> readModels, int deadLetters) {}
}
