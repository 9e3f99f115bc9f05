package care.throughline.query.audit;

import care.throughline.query.Accesses;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit.
 *
 * @param next pass it as {@code place} for the next page, null at the end
 */
public record Trail(List<Entry> entries, @Nullable String next) {

    /**
     * One event.
     *
     * @param stream the aggregate that it is about
     * @param patient the record it concerns, empty for none; the first if it concerns several
     * @param name of the person, as known now; empty if not known
     * @param sentence the event in plain words
     * @param correlation the message or request that started it
     * @param causation the event or command before it
     */
    public record Entry(
            long position,
            String eventId,
            String event,
            String capability,
            String stream,
            String patient,
            String name,
            String sentence,
            String actor,
            String role,
            String purpose,
            String source,
            Instant occurredAt,
            Instant recordedAt,
            String correlation,
            String causation) {

        /** Whose chart it speaks of; nobody's for most that is about machines. */
        List<String> records() {
            return patient.isEmpty() ? List.of() : List.of(patient);
        }

        /** What may be known of it if the chart is closed to the viewer. */
        Entry veiled() {
            return named(Accesses.CLOSED, sentence);
        }

        Entry saying(String words) {
            return named(name, words);
        }

        private Entry named(String called, String words) {
            return new Entry(
                    position,
                    eventId,
                    event,
                    capability,
                    stream,
                    patient,
                    called,
                    words,
                    actor,
                    role,
                    purpose,
                    source,
                    occurredAt,
                    recordedAt,
                    correlation,
                    causation);
        }

        /** Its value in a column, as text. */
        String in(Column column) {
            return switch (column) {
                case POSITION -> Long.toString(position);
                case RECORDED -> recordedAt.toString();
                case HAPPENED -> occurredAt.toString();
                case EVENT -> event;
                case CAPABILITY -> capability;
                case PATIENT -> patient;
                case ACTOR -> actor;
                case ROLE -> role;
                case PURPOSE -> purpose;
                case SOURCE -> source;
                case STREAM -> stream;
                case CORRELATION -> correlation;
            };
        }
    }
}
