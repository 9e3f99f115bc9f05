package care.throughline.query.desk;

import care.throughline.query.Reads;
import care.throughline.query.desk.FindWorklist.Filter;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The worklist as JSON: the same lines, in the same order, with the same reasons as the page. */
@RestController
@Reads({Desk.NAME, "referrals", "authorizations", "calendar"})
class DeskApi {

    private final DeskDay day;

    DeskApi(DeskDay day) {
        this.day = day;
    }

    /** One page of it.
     *
     * @param filter mine, team, unassigned, overdue, offered, snoozed or all
     * @param cursor the {@code next} of the page before
     * @param size 1 to 200 lines
     */
    @GetMapping(path = "/api/desk", produces = MediaType.APPLICATION_JSON_VALUE)
    DeskAnswer find(
            @RequestParam(defaultValue = "mine") String filter,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int size,
            Principal viewer) {
        return day.answer(
                viewer.getName(), filterOf(filter), cursor.map(DeskApi::placeOf).orElse(null), size);
    }

    static Filter filterOf(String filter) {
        try {
            return Filter.valueOf(filter.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "filter is one of mine, team, unassigned, overdue, offered, snoozed, all",
                    unknown);
        }
    }

    static FindWorklist.Place placeOf(String cursor) {
        try {
            return FindWorklist.Place.parse(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "cursor is the next of an earlier answer", unreadable);
        }
    }
}
