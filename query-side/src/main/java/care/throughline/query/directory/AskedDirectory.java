package care.throughline.query.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.PerformerKind;
import care.throughline.events.directory.Specialty;
import care.throughline.query.directory.FindPerformers.Order;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a browser or program asks of the directory; everything may be left out.
 *
 * @param openNow open at this moment
 * @param near a ZIP code of five digits, from the middle of whose area distances are told
 * @param sort room, distance or seen
 */
record AskedDirectory(
        @Nullable Specialty specialty,
        @Nullable PerformerKind kind,
        @Nullable String language,
        @Nullable Capacity capacity,
        @Nullable DayOfWeek openOn,
        @Nullable Boolean openNow,
        @Nullable String near,
        @Nullable Order sort) {

    /** @param now in the time of the place */
    FindPerformers at(LocalDateTime now) {
        return new FindPerformers(
                specialty,
                kind,
                said(language),
                capacity,
                openOn,
                Boolean.TRUE.equals(openNow) ? now : null,
                zip(),
                sort == null ? Order.ROOM : sort);
    }

    private @Nullable String zip() {
        String zip = said(near);
        if (zip != null && !zip.matches("[0-9]{5}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "near is a ZIP code of five digits");
        }
        return zip;
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
