package care.throughline.query.timeline;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.query.Envelope;
import java.util.Collection;
import java.util.Map;

/**
 * One event as the timeline takes it down, before it is looked up whom it concerns and what it changes.
 *
 * @param aspects what it says of its subject, see {@link Aspects}
 */
record Happening(DomainEvent event, Envelope envelope, Whom whom, Line line, Map<String, String> aspects) {

    /** Whom an event is about. */
    sealed interface Whom {

        record These(Collection<PatientId> people) implements Whom {}

        /** These, and whatever else happens to the subject concerns them, too. */
        record FromNowOn(String subject, Collection<PatientId> people) implements Whom {}

        /** Whoever was named with the subject last. */
        record AsBefore(String subject) implements Whom {}
    }
}
