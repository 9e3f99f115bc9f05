package care.throughline.query.erasure;

import care.throughline.events.erasure.ErasureId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of those who decide on erasures: what is due and under way, and one file with what can be done. */
@Controller
@RequestMapping("/erasures")
@Reads({"erasure", "patients", "intake_log"})
class ErasurePages {

    private final ErasureFiles files;
    private final FindDue due;
    private final ErasureWords words;

    ErasurePages(ErasureFiles files, FindDue due, Names names, ZoneId zone) {
        this.files = files;
        this.due = due;
        this.words = new ErasureWords(names, zone);
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView(
                "erasure/list",
                Map.of("files", files.list(), "retention", due.today(), "persons", due.persons(), "words", words));
    }

    @GetMapping("/{erasure}")
    ModelAndView show(@PathVariable ErasureId erasure) {
        ErasureFile file = files.show(erasure).orElseThrow(ErasureFilesApi::unknown);
        return new ModelAndView("erasure/file", Map.of("file", file, "words", words));
    }
}
