package care.throughline.query.ledger;

import care.throughline.events.PatientId;
import care.throughline.query.Accesses;
import care.throughline.query.Reads;
import care.throughline.query.ledger.Ledger.Consistency;
import care.throughline.query.ledger.Ledger.Inclusion;
import care.throughline.query.ledger.Ledger.Selection;
import care.throughline.query.ledger.Ledger.State;
import care.throughline.query.ledger.Ledger.Verified;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The ledger for programs: its state, proofs, comparisons and exports. Hashes are in base64, sizes count events. */
@RestController
@RequestMapping("/api/ledger")
@Reads({"audit", "patients"})
class LedgerApi {

    private final Ledger ledger;
    private final Selections selections;
    private final Accesses accesses;

    LedgerApi(Ledger ledger, Selections selections, Accesses accesses) {
        this.ledger = ledger;
        this.selections = selections;
        this.accesses = accesses;
    }

    /** How the ledger stands: size, newest checkpoint, contradiction, witness, public key. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    State state() {
        return ledger.state();
    }

    /** That the event at this position is in the tree of that size, or of the newest checkpoint; 404 if it is not, or not yet. */
    @GetMapping("/proofs/inclusion")
    Inclusion inclusion(@RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        return ledger.inclusion(position, size).orElseThrow(LedgerApi::unknown);
    }

    /** That the tree of one size begins the tree of another; 404 if it has never been so large. */
    @GetMapping("/proofs/consistency")
    Consistency consistency(@RequestParam long older, @RequestParam long newer) {
        return ledger.consistency(older, newer).orElseThrow(LedgerApi::unknown);
    }

    /** The inclusion of the event at this position as a C2SP tlog-proof; 404 until a checkpoint covers it. */
    @GetMapping(path = "/proofs/{position}.tlog-proof", produces = MediaType.TEXT_PLAIN_VALUE)
    String proof(@PathVariable long position) {
        return ledger.proof(position).orElseThrow(LedgerApi::unknown);
    }

    /** A range of positions, both ends included. */
    record Range(long from, long to) {}

    /** Compares the stored events of a range with the tree and its newest checkpoint. */
    @PostMapping("/verifications")
    Verified verify(@RequestBody Range range) {
        return ledger.verify(range.from(), range.to());
    }

    /** A zip file with the events asked for, sealed as they are stored, and their proofs; everything if nothing is narrowed. */
    @GetMapping(path = "/export", produces = "application/zip")
    void export(
            @RequestParam(required = false) @Nullable PatientId patient,
            @RequestParam(defaultValue = "") String correlation,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long since,
            HttpServletResponse response)
            throws IOException {
        Selection selection = selections.of(
                new Selections.Wanted(patient, correlation, from, to, since),
                ledger.state().stored());
        List<Long> positions = selection.positions();
        if (positions != null && positions.size() > Selections.MOST) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "Narrow it, or take everything.");
        }
        accesses.shows(patient == null ? List.of() : List.of(patient.value()));
        String notice = patient == null ? accesses.noticeForAll() : accesses.notice();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"throughline-export.zip\"");
        response.setHeader("Cache-Control", "no-store");
        ledger.export(selection.with(notice), response.getOutputStream());
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "The ledger does not hold that.");
    }
}
