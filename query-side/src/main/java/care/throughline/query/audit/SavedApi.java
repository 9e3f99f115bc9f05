package care.throughline.query.audit;

import care.throughline.query.Reads;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved investigations as JSON. */
@RestController
@Reads(Investigations.NAME)
class SavedApi {

    private final SavedInvestigations saved;

    SavedApi(SavedInvestigations saved) {
        this.saved = saved;
    }

    /** One's own and those that others share, at most 200. */
    @GetMapping("/api/investigations")
    List<Saved> list(Principal viewer) {
        return saved.visibleTo(viewer.getName());
    }
}
