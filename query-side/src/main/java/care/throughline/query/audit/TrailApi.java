package care.throughline.query.audit;

import care.throughline.query.Reads;
import care.throughline.query.ledger.Ledger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The audit as JSON, and all that fits a question as a file. */
@RestController
@RequestMapping("/api/audit")
@Reads({Audit.NAME, "timeline", "patients", "accesses"})
class TrailApi {

    private static final int MOST = 500;

    private final AuditTrail trail;
    private final Evidence evidence;
    private final JsonMapper json;

    TrailApi(AuditTrail trail, Evidence evidence, JsonMapper json) {
        this.trail = trail;
        this.evidence = evidence;
        this.json = json;
    }

    /** One page of what fits, sorted by any element; {@code size} is 1 to 500. */
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    Trail events(FindEvents asked, @RequestParam(defaultValue = "50") int size) {
        return trail.find(asked, Math.clamp(size, 1, MOST));
    }

    /** One event in plain words; 404 if there is none at this position. */
    @GetMapping(path = "/events/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    Trail.Entry event(@PathVariable long position) {
        return trail.show(position).orElseThrow(TrailApi::unknown);
    }

    /** All that fits, in the order asked for.
     *
     * @param format csv, ndjson, or fhir: a collection of AuditEvent and Provenance
     */
    @GetMapping("/export")
    void export(FindEvents asked, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response)
            throws IOException {
        AuditTrail.Selection all = trail.select(asked);
        Export export = Export.of(format, json, trail.notice());
        response.setContentType(export.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit." + export.suffix() + "\"");
        response.setHeader("Cache-Control", "no-store");
        OutputStream out = response.getOutputStream();
        export.begin(out);
        all.each(entry -> export.write(entry, out));
        export.end(out);
    }

    /** All that fits, sealed as it is stored, as a zip file with a proof of each event, to be verified without this server.
     *
     * @param since the size of a checkpoint that was kept, whose continuation shall be proven
     * @throws ResponseStatusException 422 if that is more than 100,000 events
     */
    @GetMapping(path = "/evidence", produces = "application/zip")
    void evidence(FindEvents asked, @RequestParam(required = false) @Nullable Long since, HttpServletResponse response)
            throws IOException {
        Ledger.Selection selection = evidence.select(asked, since);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-with-proofs.zip\"");
        response.setHeader("Cache-Control", "no-store");
        evidence.write(selection, response.getOutputStream());
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no event at this position.");
    }
}
