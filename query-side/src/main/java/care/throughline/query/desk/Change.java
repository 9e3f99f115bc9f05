package care.throughline.query.desk;

import care.throughline.query.Envelope;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that changed in a work item: the name of the event, from what to what. */
public record Change(
        String what, @Nullable String from, @Nullable String to) {

    /**
     * What every statement sets that changes a work item. What one cause brought about is told together: a score computed
     * because of a correction must not hide the correction.
     */
    static final String NOTED = """
            changed = array_append(case when cause = :cause then changed else '{}' end, :name),
            changed_from = array_append(case when cause = :cause then changed_from else '{}' end,
                case when :dated then discharge_date::text end),
            changed_to = array_append(case when cause = :cause then changed_to else '{}' end, :changedTo),
            cause = :cause, changed_at = :at, changed_by = :by,
            position = :position, receipt = receipt || :position::bigint
            """;

    /**
     * What {@link #NOTED} needs to know.
     *
     * @param to what it led to
     */
    static Map<String, @Nullable Object> of(Envelope envelope, @Nullable String to) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", envelope.name());
        values.put("changedTo", to);
        values.put("dated", false);
        values.put("cause", envelope.correlationId());
        values.put("at", envelope.recordedAt().atOffset(ZoneOffset.UTC));
        values.put("by", envelope.actor());
        values.put("position", envelope.position());
        return values;
    }
}
