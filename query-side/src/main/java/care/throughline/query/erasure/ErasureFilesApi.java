package care.throughline.query.erasure;

import care.throughline.events.erasure.ErasureId;
import care.throughline.query.Reads;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Files on erasures with their certificates, and what the retention schedule says is due, as JSON. */
@RestController
@Reads({"erasure", "patients", "intake_log"})
class ErasureFilesApi {

    private final ErasureFiles files;
    private final FindDue due;

    ErasureFilesApi(ErasureFiles files, FindDue due) {
        this.files = files;
        this.due = due;
    }

    /** The files that changed last, at most 200. */
    @GetMapping("/api/erasures")
    List<ErasureFile> list() {
        return files.list();
    }

    /** One file, with its certificate if the person was erased. */
    @GetMapping("/api/erasures/{erasure}")
    ErasureFile show(@PathVariable ErasureId erasure) {
        return files.show(erasure).orElseThrow(ErasureFilesApi::unknown);
    }

    /** How long what is kept, and what is due today in the organisation's zone. */
    @GetMapping("/api/retention")
    Retention retention() {
        return due.today();
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such file.");
    }
}
