package care.throughline.query.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for events of the audit; every part is optional, and all that are given have to fit. Moments are days and times in
 * the organisation's zone, or instants that end in Z.
 *
 * @param patient a record; those ever merged with it count too
 * @param actor a staff account, a client, or {@code system:} and a name
 * @param role the role in which they acted
 * @param purpose the purpose of use, an HL7 ActReason code
 * @param capability the part of an event's name before the dot
 * @param event the name of an event
 * @param correlation the message or request that started it
 * @param recordedFrom recorded then or later
 * @param recordedTo recorded then or before
 * @param happenedFrom happened then or later
 * @param happenedTo happened then or before
 * @param sort the element to sort by, see {@link Column}; position if not given
 * @param order {@code asc}, or descending
 * @param place the {@code next} of the page before
 */
public record FindEvents(
        @Nullable String patient,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String purpose,
        @Nullable String capability,
        @Nullable String event,
        @Nullable String correlation,
        @Nullable String recordedFrom,
        @Nullable String recordedTo,
        @Nullable String happenedFrom,
        @Nullable String happenedTo,
        @Nullable String sort,
        @Nullable String order,
        @Nullable String place) {

    /** The element to sort by.
     *
     * @throws IllegalArgumentException if there is no such element
     */
    Column column() {
        return sort == null || sort.isBlank() ? Column.POSITION : Column.valueOf(sort.toUpperCase(Locale.ROOT));
    }

    boolean ascending() {
        return "asc".equals(order);
    }

    /** What is filtered by, by the name of its parameter; the order and the page are not part of it. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "patient", patient);
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

    private static void put(Map<String, String> filters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.put(name, value.strip());
        }
    }

    /** All events that one message or request started. */
    static FindEvents startedBy(String correlation) {
        return new FindEvents(
                null, null, null, null, null, null, correlation, null, null, null, null, null, "asc", null);
    }

    /** The same, after this place. */
    FindEvents from(String next) {
        return new FindEvents(
                patient,
                actor,
                role,
                purpose,
                capability,
                event,
                correlation,
                recordedFrom,
                recordedTo,
                happenedFrom,
                happenedTo,
                sort,
                order,
                next);
    }
}
