package care.throughline.command.investigation;

import care.throughline.command.Texts;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.investigation.InvestigationId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of filters of the audit, by the names that they have there, with a title.
 *
 * @param investigation an id of the client's own, so that sending it again saves it once
 */
record Question(
        @Nullable InvestigationId investigation,
        @Nullable String title,
        @Nullable PatientId patient,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String purpose,
        @Nullable String capability,
        @Nullable String event,
        @Nullable String correlation,
        @Nullable String recordedFrom,
        @Nullable String recordedTo,
        @Nullable String happenedFrom,
        @Nullable String happenedTo) {

    InvestigationCommand of(StaffId by, Instant now) {
        return new InvestigationCommand.Save(
                Objects.requireNonNullElseGet(
                        investigation, () -> new InvestigationId(InvestigationId.PREFIX + UUID.randomUUID())),
                by,
                patient,
                Texts.required(title, "The name of the investigation", Texts.LINE),
                filters(),
                now);
    }

    private Map<String, String> filters() {
        Map<String, String> filters = new TreeMap<>();
        put(filters, "patient", patient == null ? null : patient.value());
        put(filters, "actor", actor);
        put(filters, "role", role);
        put(filters, "purpose", purpose);
        put(filters, "capability", capability);
        put(filters, "event", event);
        put(filters, "correlation", correlation);
        put(filters, "recordedFrom", recordedFrom);
        put(filters, "recordedTo", recordedTo);
        put(filters, "happenedFrom", happenedFrom);
        put(filters, "happenedTo", happenedTo);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable String typed) {
        String value = Texts.optional(typed, "A filter", Texts.LINE);
        if (!value.isEmpty()) {
            filters.put(name, value);
        }
    }
}
