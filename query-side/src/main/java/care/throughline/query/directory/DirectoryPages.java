package care.throughline.query.directory;

import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Reads;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The directory as pages and as JSON. */
@Controller
@Reads({Directory.NAME, "loops"})
class DirectoryPages {

    private final Performers performers;
    private final Clock clock;
    private final ZoneId zone;

    DirectoryPages(Performers performers, Clock clock, ZoneId zone) {
        this.performers = performers;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/directory", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "") String language,
            @RequestParam Optional<Capacity> capacity,
            @RequestParam Optional<DayOfWeek> openOn) {
        FindPerformers asked = asked(specialty, language, capacity, openOn);
        return new ModelAndView("directory/page").addObject("page", shown(asked, performers.find(asked)));
    }

    @GetMapping(path = "/directory/{performer}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView performer(@PathVariable PerformerId performer) {
        Entry entry = performer(performers.show(performer));
        return new ModelAndView("directory/performer")
                .addObject("page", shown(new FindPerformers(null, null, null, null), List.of(entry)))
                .addObject("entry", entry);
    }

    @ResponseBody
    @GetMapping(path = "/api/directory", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Entry> find(
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "") String language,
            @RequestParam Optional<Capacity> capacity,
            @RequestParam Optional<DayOfWeek> openOn) {
        return performers.find(asked(specialty, language, capacity, openOn));
    }

    @ResponseBody
    @GetMapping(path = "/api/directory/{performer}", produces = MediaType.APPLICATION_JSON_VALUE)
    Entry show(@PathVariable PerformerId performer) {
        return performer(performers.show(performer));
    }

    private DirectoryPage shown(FindPerformers asked, List<Entry> found) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new DirectoryPage(asked, found, performers.languages(), today, zone);
    }

    private static FindPerformers asked(
            Optional<Specialty> specialty, String language, Optional<Capacity> capacity, Optional<DayOfWeek> openOn) {
        return new FindPerformers(
                specialty.orElse(null),
                language.isEmpty() ? null : language,
                capacity.orElse(null),
                openOn.orElse(null));
    }

    private static Entry performer(Optional<Entry> found) {
        return found.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such performer."));
    }
}
