package care.throughline.infra.exchange;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.command.fhir.TaskReader;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.command.referral.ReferralCommand.IfUnchanged;
import care.throughline.events.PerformerId;
import care.throughline.query.Progress;
import care.throughline.query.tasks.TaskFinder;
import care.throughline.query.tasks.TaskRow;
import care.throughline.query.tasks.TaskTeller;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes the Tasks that a performer's own system puts back; it needs to know which referral a task is, so both sides. */
@RestController
class TaskExchange {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final List<String> READS = List.of("tasks", "referrals", "timeline");
    private static final int MAX_BYTES = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private final TaskFinder tasks;
    private final TaskTeller teller;
    private final TaskReader reader;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;

    TaskExchange(
            TaskFinder tasks, TaskTeller teller, TaskReader reader, Commands commands, Progress progress, Clock clock) {
        this.tasks = tasks;
        this.teller = teller;
        this.reader = reader;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
    }

    /** Takes status, businessStatus, statusReason, executionPeriod.start and output of one of the performer's own tasks.
     *
     * @param known the ETag as read before; with it, nothing that happened meanwhile is overwritten: 412
     * @return nothing but the new version as ETag
     */
    @PutMapping(
            path = "/fhir/Task/{id}",
            consumes = {"application/fhir+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> update(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            InputStream body,
            Principal who)
            throws IOException {
        TaskRow task = found(id, performer(who));
        TaskRow now = told(task, bytes(body), known);
        return ResponseEntity.ok()
                .eTag(now.tag())
                .lastModified(now.modifiedAt())
                .build();
    }

    /** Takes a JSON Patch of the Task as it is read here; it counts for the version that was read, or for the present one.
     *
     * @param known the ETag as read before; if anything happened meanwhile: 412
     * @return the Task as it is now
     */
    @PatchMapping(
            path = "/fhir/Task/{id}",
            consumes = {"application/json-patch+json", MediaType.APPLICATION_JSON_VALUE},
            produces = FHIR_JSON)
    ResponseEntity<String> patch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            InputStream body,
            Principal who)
            throws IOException {
        TaskRow task = found(id, performer(who));
        if (known != null && version(known) != task.version()) {
            throw new Rejected("task-outdated", "This Task has changed meanwhile. Read it again before you patch it.");
        }
        byte[] patched = JsonPatch.applied(written(task), bytes(body));
        TaskRow now = told(task, patched, known == null ? task.tag() : known);
        return ResponseEntity.ok()
                .eTag(now.tag())
                .lastModified(now.modifiedAt())
                .contentType(MediaType.parseMediaType(FHIR_JSON))
                .body(written(now));
    }

    private TaskRow told(TaskRow task, byte[] body, @Nullable String known) {
        FromPerformer told = reader.read(
                body, new TaskReader.About(task.task(), task.referral(), task.performer(), clock.instant()));
        Recorded recorded = commands.send(known == null ? told : guarded(task, version(known), told));
        READS.forEach(name -> progress.await(name, recorded.position(), PATIENCE));
        return found(task.task(), task.performer());
    }

    private String written(TaskRow task) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(teller.task(task).orElseThrow(TaskExchange::gone));
    }

    /** A task that is over stays as it is, whatever happens to the referral: the rules say why nothing is expected. */
    private static Object guarded(TaskRow task, long version, FromPerformer told) {
        if (task.over() && task.version() == version) {
            return told;
        }
        return new IfUnchanged(task.referral(), version, told);
    }

    private TaskRow found(String id, PerformerId performer) {
        return tasks.find(id, performer).orElseThrow(TaskExchange::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such task.");
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "The Task is longer than this server takes.");
        }
        return bytes;
    }

    private static long version(String tag) {
        Matcher found = TAG.matcher(tag.strip());
        if (!found.matches()) {
            throw new Rejected("version-outdated", "If-Match is the ETag of the Task as you read it.");
        }
        return Long.parseLong(found.group(1));
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
}
