package care.throughline.query.patients;

import care.throughline.events.PatientId;
import care.throughline.query.Reads;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.timeline.Moments;
import care.throughline.query.timeline.Timelines;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People as JSON. What is searched for stands in the body, because names and numbers do not belong into addresses. */
@RestController
@RequestMapping("/api/patients")
@Reads({"patients", "desk", "timeline", "referrals", "authorizations"})
class PatientsApi {

    private static final int MOST = 200;

    private final FindPatients patients;
    private final Charts charts;
    private final Timelines timelines;
    private final ReferralReader referrals;
    private final AuthorizationReader authorizations;

    PatientsApi(
            FindPatients patients,
            Charts charts,
            Timelines timelines,
            ReferralReader referrals,
            AuthorizationReader authorizations) {
        this.patients = patients;
        this.charts = charts;
        this.timelines = timelines;
        this.referrals = referrals;
        this.authorizations = authorizations;
    }

    /** @param q beginnings of names, a birth date, a phone or record number; all of them have to fit */
    record Search(String q) {}

    /** At most 25 people, the best first. */
    @PostMapping("/search")
    Found search(@RequestBody Search search) {
        return patients.find(search.q());
    }

    /** The person that this record belongs to today, with visits, numbers and work; 404 if there is no such record. */
    @GetMapping("/{id}")
    Chart show(@PathVariable PatientId id) {
        return charts.show(id).orElseThrow(PatientsApi::unknown);
    }

    /** All referrals of the person that this record belongs to today; 404 if there is no such record. */
    @GetMapping("/{id}/referrals")
    List<Referral> referrals(@PathVariable PatientId id) {
        return referrals.ofPerson(charts.rootOf(id).orElseThrow(PatientsApi::unknown));
    }

    /** All authorizations of the person that this record belongs to today; 404 if there is no such record. */
    @GetMapping("/{id}/authorizations")
    List<Authorization> authorizations(@PathVariable PatientId id) {
        return authorizations.ofPerson(charts.rootOf(id).orElseThrow(PatientsApi::unknown));
    }

    /**
     * What happened, the newest first, ordered by {@code happened} or {@code recorded}; {@code before} is the position that
     * the page before ended with.
     */
    @GetMapping("/{id}/timeline")
    Moments timeline(
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "story") String filter,
            @RequestParam(defaultValue = "happened") String order,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        PatientId person = charts.rootOf(id).orElseThrow(PatientsApi::unknown);
        return timelines.find(
                person,
                Moments.Filter.valueOf(filter.toUpperCase(Locale.ROOT)),
                Moments.Order.valueOf(order.toUpperCase(Locale.ROOT)),
                before,
                Math.clamp(limit, 1, MOST));
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such patient record.");
    }
}
