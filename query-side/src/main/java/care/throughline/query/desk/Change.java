package care.throughline.query.desk;

import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed last in a work item: the name of the event, from what to what, when we learned it and from whom.
 *
 * @param by a staff account, or {@code system:} and the automation's or channel's name
 */
public record Change(
        String what, @Nullable String from, @Nullable String to, Instant at, String by) {

    /** What every statement that changes a work item needs to know of the event. */
    static Map<String, Object> of(Envelope envelope) {
        return Map.of(
                "name", envelope.name(),
                "at", envelope.recordedAt().atOffset(ZoneOffset.UTC),
                "by", envelope.actor(),
                "position", envelope.position());
    }
}
