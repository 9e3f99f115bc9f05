package care.throughline.query.overnight;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.overnight.Night.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the page of the night shows. */
public record NightPage(Night night, boolean mine, Instant now, ZoneId zone, Names names) {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The moment as a form field writes it. */
    public String sinceField() {
        return FIELD.format(LocalDateTime.ofInstant(night.since(), zone));
    }

    public String facility(Entry entry) {
        return names.facility(new FacilityCode(entry.facility()));
    }

    public String coordinator(Entry entry) {
        return entry.coordinator().isEmpty() ? "Nobody yet" : names.staff(new StaffId(entry.coordinator()));
    }
}
