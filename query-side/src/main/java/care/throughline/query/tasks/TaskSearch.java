package care.throughline.query.tasks;

import care.throughline.events.PerformerId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The parameters of a FHIR search for tasks, as they were typed; days are those of the organisation's zone. */
record TaskSearch(String patient, String status, List<String> updated, int count, String page, ZoneId zone) {

    /** As a question.
     *
     * @throws ResponseStatusException with 400 if something cannot be read
     */
    FindTasks by(PerformerId performer, boolean owned, String number) {
        return new FindTasks(
                performer,
                owned,
                number.isEmpty() ? null : number,
                patient.isEmpty() ? null : FhirNames.ours(afterSlash(patient)),
                Arrays.stream(status.split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList(),
                bound("g"),
                bound("l"),
                page.isEmpty() ? null : place(page),
                count);
    }

    /** Whether an owner that was named is this performer; nobody named means it is. */
    static boolean isAbout(String owner, PerformerId performer) {
        return owner.isEmpty() || FhirNames.ours(afterSlash(owner)).equals(performer.value());
    }

    /** {@code g}: from this moment on; {@code l}: before this moment. */
    private @Nullable Instant bound(String side) {
        return updated.stream()
                .filter(one -> !one.isEmpty())
                .filter(one -> prefix(one).startsWith(side))
                .findFirst()
                .map(this::moment)
                .orElse(null);
    }

    /** The end of what was named counts for {@code gt} and {@code le}, its beginning for {@code ge} and {@code lt}. */
    private Instant moment(String said) {
        String prefix = prefix(said);
        boolean end = prefix.equals("gt") || prefix.equals("le");
        String time = said.substring(2);
        try {
            if (time.length() == 10) {
                LocalDate day = LocalDate.parse(time);
                return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
            }
            Instant instant = OffsetDateTime.parse(time).toInstant();
            return end ? instant.plus(1, ChronoUnit.MICROS) : instant;
        } catch (DateTimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static String prefix(String said) {
        String prefix = said.length() > 2 ? said.substring(0, 2) : "";
        if (!List.of("gt", "ge", "lt", "le").contains(prefix)) {
            throw unreadable(null);
        }
        return prefix;
    }

    private static FindTasks.Place place(String page) {
        try {
            return FindTasks.Place.parse(page);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page is that of a next link", none);
        }
    }

    private static String afterSlash(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static ResponseStatusException unreadable(@Nullable Throwable cause) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                "_lastUpdated is ge, gt, le or lt and a day or an instant, for example gt2026-01-31T10:00:00Z",
                cause);
    }
}
