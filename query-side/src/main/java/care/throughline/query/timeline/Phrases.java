package care.throughline.query.timeline;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the placeholders of stored sentences: names as they are called today, times in the organisation's zone. */
final class Phrases {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{(facility|staff|record|performer|at|day):([^{}]*)}");

    private final Names names;
    private final ZoneId zone;
    private final Map<String, String> called;

    /** @param called how to call a record or a performer, by its id */
    Phrases(Names names, ZoneId zone, Map<String, String> called) {
        this.names = names;
        this.zone = zone;
        this.called = called;
    }

    /** Filled in, and begun with a capital. */
    String sentence(String template) {
        String filled = fill(template);
        return filled.isEmpty() ? filled : Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }

    String fill(String template) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), found.group(2))));
    }

    /** The day and time of an instant, with its year. */
    static String moment(Instant instant, ZoneId zone) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    /** A facility's name; an assigner that is no facility is called as it calls itself. */
    static String facility(Names names, String code) {
        try {
            return names.facility(new FacilityCode(code));
        } catch (IllegalArgumentException noFacility) {
            return code;
        }
    }

    private String word(String kind, String value) {
        return switch (kind) {
            case "facility" -> facility(names, value);
            case "staff" -> names.staff(new StaffId(value));
            case "record" -> called.getOrDefault(value, "another record");
            case "performer" -> called.getOrDefault(value, "a performer");
            case "at" -> moment(Instant.parse(value), zone);
            case "day" -> Words.date(LocalDate.parse(value));
            default -> value;
        };
    }
}
