package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.Reads;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told of a person to others outside, as JSON; days are the organisation's, both inclusive. */
@RestController
@Reads({Register.NAME, "patients"})
class DisclosuresApi {

    /** No page is longer; nobody was ever disclosed more often. */
    static final int MOST = 1_000;

    private final Disclosures disclosures;
    private final Period period;

    DisclosuresApi(Disclosures disclosures, Period period) {
        this.disclosures = disclosures;
        this.period = period;
    }

    /** The last six years unless said otherwise. */
    @GetMapping("/api/patients/{id}/disclosures")
    Accounting find(
            @PathVariable PatientId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until) {
        Period.Days days = period.days(Optional.of(id), since, until);
        return new Accounting(
                id.value(),
                days.since(),
                days.until(),
                disclosures.find(
                        id,
                        period.begin(days.since()),
                        period.begin(days.until().plusDays(1)),
                        Long.MAX_VALUE,
                        MOST));
    }
}
