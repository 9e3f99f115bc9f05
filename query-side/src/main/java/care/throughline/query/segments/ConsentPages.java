package care.throughline.query.segments;

import care.throughline.events.PatientId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.directory.FindPerformers;
import care.throughline.query.directory.Performers;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A person's consents as a page and as JSON. */
@Controller
@Reads({Segments.NAME, "patients", "restrictions", "directory"})
class ConsentPages {

    private final ConsentFiles files;
    private final Performers performers;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    ConsentPages(ConsentFiles files, Performers performers, Names names, Clock clock, ZoneId zone) {
        this.files = files;
        this.performers = performers;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/patients/{id}/consents")
    ModelAndView page(@PathVariable PatientId id, Principal viewer) {
        return new ModelAndView("segments/consents")
                .addObject(
                        "page",
                        new ConsentPage(
                                file(id, viewer),
                                performers.find(FindPerformers.ANYBODY),
                                LocalDate.ofInstant(clock.instant(), zone),
                                zone,
                                names));
    }

    /** The consents that the viewer may know of, those in force first; 404 if there is no such record. */
    @ResponseBody
    @GetMapping("/api/patients/{id}/consents")
    ConsentFile consents(@PathVariable PatientId id, Principal viewer) {
        return file(id, viewer);
    }

    private ConsentFile file(PatientId patient, Principal viewer) {
        return files.show(patient, viewer.getName())
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such patient record."));
    }
}
