package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.Reads;
import care.throughline.query.accesses.AuditEvents.Found;
import care.throughline.query.accesses.FindAccesses.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Accesses to one person as a FHIR search for AuditEvents; the way to answer an accounting of disclosures by program. */
@RestController
@Reads({Register.NAME, "patients"})
class AuditEventApi {

    private final Onlookers onlookers;
    private final Disclosures disclosures;
    private final Period period;

    AuditEventApi(Onlookers onlookers, Disclosures disclosures, Period period) {
        this.onlookers = onlookers;
        this.disclosures = disclosures;
        this.period = period;
    }

    /** One page, the last recorded first; the last six years unless {@code date} says otherwise.
     *
     * @param date days of the organisation with {@code ge} or {@code le} before them, both inclusive
     * @param before as the next link has it
     * @param count 1 to 500
     */
    @GetMapping(path = "/fhir/AuditEvent", produces = "application/fhir+json")
    Map<String, Object> search(
            @RequestParam PatientId patient,
            @RequestParam(defaultValue = "") List<String> date,
            @RequestParam(defaultValue = AccessesApi.NEWEST) long before,
            @RequestParam(name = "_count", defaultValue = "100") int count,
            HttpServletRequest request) {
        Optional<PatientId> subject = Optional.of(patient);
        Period.Days days = period.days(subject, day(date, "ge"), day(date, "le"));
        FindAccesses asked = period.question(subject, "", Outcome.ALL, days, before, count);
        List<Found> found = found(patient, asked);
        boolean more = found.size() > asked.size();
        List<Found> page = more ? found.subList(0, asked.size()) : found;
        UriComponentsBuilder here =
                UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        String self = here.toUriString();
        return AuditEvents.bundle(
                page,
                self,
                more
                        ? here.replaceQueryParam("before", page.getLast().position())
                                .toUriString()
                        : "");
    }

    /** Accesses, and disclosures that still stand, the last recorded first; more than the page holds if there are more. */
    private List<Found> found(PatientId patient, FindAccesses asked) {
        Looks looks = onlookers.find(asked.oneMore());
        List<Disclosure> told =
                disclosures.find(patient, asked.since(), asked.until(), asked.before(), asked.size() + 1);
        return Stream.concat(
                        looks.looks().stream()
                                .map(look -> new Found(look.position(), AuditEvents.event(look, patient.value()))),
                        told.stream()
                                .filter(one -> one.withdrawal() == null)
                                .map(one -> new Found(one.position(), DisclosureAudit.event(one, patient.value()))))
                .sorted(Comparator.comparingLong(Found::position).reversed())
                .limit(asked.size() + 1L)
                .toList();
    }

    private static Optional<LocalDate> day(List<String> dates, String prefix) {
        try {
            return dates.stream()
                    .filter(date -> date.startsWith(prefix))
                    .findFirst()
                    .map(date -> LocalDate.parse(date.substring(prefix.length())));
        } catch (DateTimeException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "date is ge or le and a day, for example ge2026-01-31", unreadable);
        }
    }
}
