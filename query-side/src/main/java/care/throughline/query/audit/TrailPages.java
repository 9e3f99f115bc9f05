package care.throughline.query.audit;

import care.throughline.query.Reads;
import care.throughline.query.feed.EventLog;
import care.throughline.query.timeline.FullEvents;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the audit: what happened, one event in full, and what followed from what. */
@Controller
@RequestMapping("/audit")
@Reads({Audit.NAME, "timeline", "patients", "accesses", Investigations.NAME})
class TrailPages {

    private static final int SHOWN = 50;
    private static final int DRAWN = 200;

    private final AuditTrail trail;
    private final FullEvents full;
    private final EventLog log;
    private final SavedInvestigations saved;
    private final ZoneId zone;

    TrailPages(AuditTrail trail, FullEvents full, EventLog log, SavedInvestigations saved, ZoneId zone) {
        this.trail = trail;
        this.saved = saved;
        this.full = full;
        this.log = log;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView list(FindEvents asked, Principal viewer) {
        return new ModelAndView("audit/list")
                .addObject("page", new TrailPage(trail.find(asked, SHOWN), asked, zone))
                .addObject("saved", saved.visibleTo(viewer.getName()))
                .addObject("viewer", viewer.getName());
    }

    /** One event in plain words, opened, and as it is stored. */
    @GetMapping("/events/{position}")
    ModelAndView event(@PathVariable long position) {
        Trail.Entry entry = trail.show(position).orElseThrow(TrailApi::unknown);
        String stored = log.read(position, 1).stream()
                .map(EventLog.Stored::payload)
                .findFirst()
                .orElse("");
        return new ModelAndView("audit/event")
                .addObject("entry", entry)
                .addObject(
                        "opened",
                        trail.isKeptApart(entry) ? "{}" : full.json(position).orElse("{}"))
                .addObject("stored", stored)
                .addObject("page", new TrailPage(new Trail(List.of(), null), FindEvents.startedBy(""), zone));
    }

    @GetMapping("/causes")
    ModelAndView causes(@RequestParam String correlation) {
        FindEvents asked = FindEvents.startedBy(correlation);
        Trail found = trail.find(asked, DRAWN);
        return new ModelAndView("audit/causes")
                .addObject("correlation", correlation)
                .addObject("causes", Causes.of(found.entries(), found.next() != null))
                .addObject("page", new TrailPage(found, asked, zone));
    }
}
