package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.Reads;
import care.throughline.query.accesses.FindAccesses.Outcome;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Accesses as JSON; days are the organisation's, both inclusive. */
@RestController
@Reads({Register.NAME, "patients"})
class AccessesApi {

    static final String NEWEST = "9223372036854775807";

    private final Onlookers onlookers;
    private final Period period;

    AccessesApi(Onlookers onlookers, Period period) {
        this.onlookers = onlookers;
        this.period = period;
    }

    /** Who was shown whose data, or was refused, the last recorded first; of one person the last six years by default.
     *
     * @param outcome all, shown or refused
     * @param before the {@code before} of the page before
     * @param size 1 to 500
     */
    @GetMapping("/api/accesses")
    Looks find(
            @RequestParam Optional<PatientId> patient,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "all") String outcome,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = NEWEST) long before,
            @RequestParam(defaultValue = "100") int size) {
        return onlookers.find(
                period.question(patient, staff, outcomeOf(outcome), period.days(patient, since, until), before, size));
    }

    static Outcome outcomeOf(String outcome) {
        try {
            return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "outcome is one of all, shown, refused", unknown);
        }
    }
}
