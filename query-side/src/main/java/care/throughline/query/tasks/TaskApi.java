package care.throughline.query.tasks;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.query.Accesses;
import care.throughline.query.Reads;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** What a performer's own system reads over FHIR R4: its tasks and what they ask for, nobody else's. */
@RestController
@Reads({Tasks.NAME, "referrals", "timeline", "directory"})
class TaskApi {

    private static final String FHIR_JSON = "application/fhir+json";

    private final TaskFinder tasks;
    private final TaskTeller teller;
    private final Accesses accesses;
    private final ZoneId zone;

    TaskApi(TaskFinder tasks, TaskTeller teller, Accesses accesses, ZoneId zone) {
        this.tasks = tasks;
        this.teller = teller;
        this.accesses = accesses;
        this.zone = zone;
    }

    /** Tasks of the performer that asks, and what it asks of us, those that changed first in front.
     *
     * @param owner {@code Organization/...}; anybody but the performer itself has none; named, what it asks of us is left out
     * @param identifier the number of what it asks of us, {@code system|value}
     * @param status one or several, separated by commas
     * @param updated days or instants with {@code ge}, {@code gt}, {@code le} or {@code lt} before them
     * @param count 1 to 100
     * @param page as the next link has it
     */
    @GetMapping(path = "/fhir/Task", produces = FHIR_JSON)
    ResponseEntity<String> search(
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(name = "_lastUpdated", defaultValue = "") List<String> updated,
            @RequestParam(name = "_count", defaultValue = "50") int count,
            @RequestParam(defaultValue = "") String page,
            Principal who,
            HttpServletRequest request) {
        PerformerId performer = performer(who);
        FindTasks query =
                new TaskSearch(patient, status, updated, count, page, zone).by(performer, !owner.isEmpty(), identifier);
        List<TaskRow> found = TaskSearch.isAbout(owner, performer) ? tasks.find(query) : List.of();
        return answer(page(found, query, teller::task, request));
    }

    /** One of the performer's own tasks, or what it asks of us, with its version as ETag. */
    @GetMapping(path = "/fhir/Task/{id}", produces = FHIR_JSON)
    ResponseEntity<String> task(@PathVariable String id, Principal who) {
        TaskRow row = tasks.seen(id, performer(who)).orElseThrow(TaskApi::gone);
        Task task = teller.task(row).orElseThrow(TaskApi::gone);
        return ResponseEntity.ok()
                .eTag(row.tag())
                .lastModified(row.modifiedAt())
                .contentType(MediaType.parseMediaType(FHIR_JSON))
                .body(encoded(task));
    }

    /** What is asked of the performer, or was done by it, those that changed first in front.
     *
     * @param asked {@code Organization/...}; anybody but the performer itself is asked nothing
     * @param status active, revoked or completed; one or several, separated by commas
     * @param updated days or instants with {@code ge}, {@code gt}, {@code le} or {@code lt} before them
     * @param count 1 to 100
     * @param page as the next link has it
     */
    @GetMapping(path = "/fhir/ServiceRequest", produces = FHIR_JSON)
    ResponseEntity<String> requests(
            @RequestParam(name = "performer", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(name = "_lastUpdated", defaultValue = "") List<String> updated,
            @RequestParam(name = "_count", defaultValue = "50") int count,
            @RequestParam(defaultValue = "") String page,
            Principal who,
            HttpServletRequest request) {
        PerformerId performer = performer(who);
        FindTasks query = new TaskSearch(patient, status, updated, count, page, zone).by(performer, true, "");
        List<TaskRow> found = TaskSearch.isAbout(asked, performer) ? tasks.requests(query) : List.of();
        return answer(page(found, query, teller::request, request));
    }

    /** What is asked, as long as it is asked of this performer or was done by it. */
    @GetMapping(path = "/fhir/ServiceRequest/{id}", produces = FHIR_JSON)
    ResponseEntity<String> request(@PathVariable String id, Principal who) {
        TaskRow row = tasks.latest(referral(id), performer(who))
                .filter(one -> !one.over() || one.isHeld())
                .orElseThrow(TaskApi::gone);
        return answer(teller.request(row).orElseThrow(TaskApi::gone));
    }

    private Bundle page(
            List<TaskRow> found,
            FindTasks query,
            Function<TaskRow, Optional<? extends Resource>> telling,
            HttpServletRequest request) {
        List<TaskRow> shown = found.subList(0, Math.min(found.size(), query.size()));
        accesses.shows(shown.stream().map(TaskRow::patient).toList());
        List<Resource> told = new ArrayList<>();
        shown.forEach(row -> telling.apply(row).ifPresent(told::add));
        return bundle(told, here(request), found.size() > query.size() ? place(shown.getLast()) : "");
    }

    private static Bundle bundle(List<Resource> found, UriComponentsBuilder here, String next) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        String home = here.cloneBuilder().replaceQuery(null).toUriString();
        bundle.addLink().setRelation("self").setUrl(here.toUriString());
        if (!next.isEmpty()) {
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(here.replaceQueryParam("page", next).toUriString());
        }
        for (Resource one : found) {
            bundle.addEntry()
                    .setFullUrl(home + "/" + one.getIdPart())
                    .setResource(one)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static String place(TaskRow last) {
        return new FindTasks.Place(last.modifiedAt(), last.task()).toString();
    }

    private static UriComponentsBuilder here(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .query(request.getQueryString());
    }

    private static ResponseEntity<String> answer(IBaseResource resource) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(FHIR_JSON))
                .body(encoded(resource));
    }

    private static String encoded(IBaseResource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    /** A token says which performer it was issued to. */
    private static PerformerId performer(Principal who) {
        try {
            return new PerformerId(who.getName());
        } catch (IllegalArgumentException nobody) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "This client stands for no performer of the directory.", nobody);
        }
    }

    private static ReferralId referral(String id) {
        try {
            return new ReferralId(FhirNames.ours(id));
        } catch (IllegalArgumentException none) {
            throw gone();
        }
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such resource.");
    }
}
