package care.throughline.query.dossier;

import care.throughline.events.AuthorizationId;
import care.throughline.query.Accesses;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationLabels;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.dossier.Dossier.Chapter;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.web.Sheets;
import care.throughline.query.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The evidence dossier of an authorization: as a page, as JSON, and as a document to send to the payer. */
@Controller
@Reads({"authorizations", "timeline", "referrals", "patients"})
class DossierPages {

    private final AuthorizationReader authorizations;
    private final Dossiers dossiers;
    private final Accesses accesses;
    private final AuthorizationView words;
    private final ZoneId zone;

    DossierPages(AuthorizationReader authorizations, Dossiers dossiers, Accesses accesses, Names names, ZoneId zone) {
        this.authorizations = authorizations;
        this.dossiers = dossiers;
        this.accesses = accesses;
        this.words = new AuthorizationView(Instant.EPOCH, zone, names);
        this.zone = zone;
    }

    @GetMapping(path = "/authorizations/{id}/dossier", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@PathVariable AuthorizationId id) {
        return new ModelAndView("authorizations/dossier")
                .addObject("dossier", found(id))
                .addObject("words", words);
    }

    /** Ordered facts of the patient's timeline that speak for the request, each with its source, both times and its event. */
    @ResponseBody
    @GetMapping(path = "/api/authorizations/{id}/dossier", produces = MediaType.APPLICATION_JSON_VALUE)
    Dossier show(@PathVariable AuthorizationId id) {
        return found(id);
    }

    @GetMapping("/authorizations/{id}/dossier.pdf")
    void write(@PathVariable AuthorizationId id, HttpServletResponse response) throws IOException {
        Dossier dossier = found(id);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"evidence-dossier.pdf\"");
        response.setHeader("Cache-Control", "no-store");
        try (Sheets sheets = new Sheets("Evidence dossier")) {
            head(sheets, dossier);
            for (Chapter chapter : dossier.chapters()) {
                sheets.heading(chapter.title());
                for (Moment fact : chapter.facts()) {
                    sheets.entry(moment(fact.happenedAt()) + ": " + fact.sentence(), details(fact));
                }
            }
            sheets.writeTo(response.getOutputStream());
        }
    }

    private void head(Sheets sheets, Dossier dossier) throws IOException {
        Authorization one = dossier.authorization();
        sheets.title("Evidence dossier");
        sheets.paragraph("Patient: " + dossier.name());
        sheets.paragraph("Payer: " + words.payer(one) + ", " + AuthorizationLabels.of(one.program()));
        sheets.paragraph("Request " + one.authorization() + ": " + words.state(one));
        sheets.paragraph("Made on " + moment(dossier.madeAt()) + " from the record as it stood at event "
                + dossier.position() + ": " + Words.count(dossier.facts(), "fact")
                + ", each as it was recorded, with who told it, when it happened, when it was recorded and its event.");
        String notice = accesses.notice();
        if (!notice.isEmpty()) {
            sheets.paragraph(notice);
        }
    }

    private List<String> details(Moment fact) {
        List<String> details = new ArrayList<>();
        if (fact.quote() != null) {
            details.add("“" + fact.quote() + "”");
        }
        details.add(fact.told() + "; recorded " + moment(fact.recordedAt()) + "; event " + fact.position());
        return details;
    }

    private Dossier found(AuthorizationId id) {
        Authorization one = authorizations
                .show(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such authorization."));
        return dossiers.of(one, words.name(one));
    }

    private String moment(Instant at) {
        return Words.date(LocalDate.ofInstant(at, zone)) + ", " + Words.time(at, zone);
    }
}
