package care.throughline.query.audit;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What the page of the audit shows. */
public record TrailPage(Trail trail, FindEvents asked, ZoneId zone) {

    public static final List<String> ROLES =
            List.of("COORDINATOR", "SUPERVISOR", "COMPLIANCE", "ANALYST", "INTEGRATION", "OPERATOR");

    /** Every name of an event that there is. */
    public List<String> events() {
        return EventNames.all().stream()
                .map(EventNames::of)
                .map(EventName::value)
                .toList();
    }

    public List<String> capabilities() {
        return events().stream()
                .map(event -> event.substring(0, event.indexOf('.')))
                .distinct()
                .toList();
    }

    /** What was asked of this filter, empty for nothing. */
    public String filter(String name) {
        return asked.filters().getOrDefault(name, "");
    }

    /** The same question sorted by this element: the other way round if it already is. */
    public String sortedBy(Column column) {
        boolean same = column == asked.column();
        return address("/audit", Map.of("sort", column.key(), "order", same && !asked.ascending() ? "asc" : "desc"));
    }

    /** For the head of this column: ascending, descending or none. */
    public String sorting(Column column) {
        return column != asked.column() ? "none" : asked.ascending() ? "ascending" : "descending";
    }

    /** The next page, or the question in another form. */
    public String next() {
        return address(
                "/audit",
                Map.of(
                        "sort",
                        asked.column().key(),
                        "order",
                        asked.ascending() ? "asc" : "desc",
                        "place",
                        String.valueOf(trail.next())));
    }

    /** All that fits, as a file. */
    public String export(String format) {
        return address("/api/audit/export", Map.of("format", format));
    }

    /** All that fits, with its proofs. */
    public String evidence() {
        return address("/api/audit/evidence", Map.of());
    }

    private String address(String path, Map<String, String> more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.filters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        more.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        Map<String, Object> values = new HashMap<>(asked.filters());
        values.putAll(more);
        return address.encode().buildAndExpand(values).toUriString();
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }
}
