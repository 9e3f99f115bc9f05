package care.throughline.events.access;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import java.time.Instant;
import java.util.List;

/** What became of a request for personal data; who asked, in which role and for which purpose is in the metadata. */
public sealed interface AccessEvent extends DomainEvent {

    AccessId access();

    /** Whose data it was; nobody's if nobody fitted, and in a stream or a list that leaves personal data out. */
    List<PatientId> patients();

    /** Method and route as a template, for example {@code GET /patients/{id}}. */
    String view();

    /** The network address that asked. */
    String from();

    /** Recorded before the answer leaves; {@code why} it was allowed is a code in kebab case. */
    @EventName("access.DataShown")
    record DataShown(
            AccessId access, List<PatientId> patients, String view, String from, String why, Instant occurredAt)
            implements AccessEvent {}

    /** Nothing was shown; {@code why} not is a code in kebab case. */
    @EventName("access.DataRefused")
    record DataRefused(
            AccessId access, List<PatientId> patients, String view, String from, String why, Instant occurredAt)
            implements AccessEvent {}
}
