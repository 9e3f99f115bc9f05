package care.throughline.query.audit;

import care.throughline.query.web.TypedInstant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The filters of a question as SQL with its parameters. */
record Conditions(String sql, Map<String, Object> parameters) {

    /** Everybody who was ever connected with the record counts. */
    private static final String OF_PATIENT = """
            e.position in (
                with recursive person (patient_id) as (
                    select cast(:patient as text)
                    union
                    select t.other_id from person p join audit.tie t on t.patient_id = p.patient_id
                )
                select c.position from person p join audit.concern c on c.patient_id = p.patient_id)
            """;

    private static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("patient", OF_PATIENT),
            Map.entry("actor", "e.actor = :actor"),
            Map.entry("role", "e.role = :role"),
            Map.entry("purpose", "e.purpose = :purpose"),
            Map.entry("capability", "e.capability = :capability"),
            Map.entry("event", "e.name = :event"),
            Map.entry("correlation", "e.correlation_id = :correlation"),
            Map.entry("recordedFrom", "e.recorded_at >= :recordedFrom"),
            Map.entry("recordedTo", "e.recorded_at <= :recordedTo"),
            Map.entry("happenedFrom", "e.occurred_at >= :happenedFrom"),
            Map.entry("happenedTo", "e.occurred_at <= :happenedTo"));

    /** All filters of a question, and its place.
     *
     * @throws IllegalArgumentException if a moment, the element to sort by or the place is unreadable
     */
    static Conditions of(FindEvents asked, ZoneId zone) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        asked.filters().forEach((name, value) -> {
            conditions.add(SQL.getOrDefault(name, "true"));
            boolean moment = name.endsWith("From") || name.endsWith("To");
            parameters.put(name, moment ? TypedInstant.of(value, zone).atOffset(ZoneOffset.UTC) : value);
        });
        Column column = asked.column();
        String after = asked.place();
        if (after != null && !after.isBlank()) {
            int cut = after.lastIndexOf('~');
            if (cut < 0) {
                throw new IllegalArgumentException("place is the next of an earlier answer");
            }
            conditions.add("(e." + column.sql() + ", e.position) " + (asked.ascending() ? ">" : "<") + " ("
                    + column.bound() + ", :place)");
            parameters.put("value", after.substring(0, cut));
            parameters.put("place", Long.parseLong(after.substring(cut + 1)));
        }
        return new Conditions(String.join(" and ", conditions), parameters);
    }
}
