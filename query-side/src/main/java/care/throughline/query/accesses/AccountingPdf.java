package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.Accesses;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.accesses.FindAccesses.Outcome;
import care.throughline.query.accesses.Looks.Look;
import care.throughline.query.web.Sheets;
import care.throughline.query.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The accounting of disclosures that a person may ask for, 45 CFR 164.528, as a document to hand over: of each disclosure
 * when, to whom, what and why; and who was shown the record through this system.
 */
@Controller
@Reads({Register.NAME, "patients"})
class AccountingPdf {

    /** More than these would not be read; the newest are told, and that there are more. */
    private static final int LOOKS = 2_000;

    private static final int PAGE = 500;

    private final DisclosuresApi api;
    private final Disclosures disclosures;
    private final Onlookers onlookers;
    private final Period period;
    private final Names names;
    private final DisclosureWords words;
    private final Clock clock;
    private final Accesses accesses;

    AccountingPdf(
            DisclosuresApi api,
            Disclosures disclosures,
            Onlookers onlookers,
            Period period,
            Names names,
            Clock clock,
            Accesses accesses) {
        this.api = api;
        this.disclosures = disclosures;
        this.onlookers = onlookers;
        this.period = period;
        this.names = names;
        this.words = new DisclosureWords(names, period.zone());
        this.clock = clock;
        this.accesses = accesses;
    }

    /** The last six years of one person. */
    @GetMapping("/accesses/accounting.pdf")
    void write(@RequestParam PatientId patient, HttpServletResponse response) throws IOException {
        Accounting accounting = api.find(patient, Optional.empty(), Optional.empty());
        String name = disclosures.nameOf(patient);
        Period.Days days = new Period.Days(accounting.since(), accounting.until());
        List<Look> looks = looks(patient, days);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"accounting-of-disclosures.pdf\"");
        response.setHeader("Cache-Control", "no-store");
        try (Sheets sheets = new Sheets("Accounting of disclosures")) {
            head(sheets, name, accounting);
            told(sheets, accounting);
            shown(sheets, looks, days);
            sheets.writeTo(response.getOutputStream());
        }
    }

    private void head(Sheets sheets, String name, Accounting accounting) throws IOException {
        sheets.title("Accounting of disclosures");
        sheets.paragraph("Patient: " + name);
        sheets.paragraph("Record: " + accounting.patient());
        sheets.paragraph(
                "Period: " + Words.date(accounting.since()) + " to " + Words.date(accounting.until()) + ", six years");
        sheets.paragraph("Made on " + words.moment(clock.instant()));
        sheets.paragraph(
                "45 CFR 164.528 gives a right to this list. It leaves out what was told for treatment, payment and"
                        + " operations, to the patient, or with the patient's authorization.");
        if (!accesses.notice().isEmpty()) {
            sheets.paragraph(accesses.notice());
        }
    }

    private void told(Sheets sheets, Accounting accounting) throws IOException {
        sheets.heading("Told to others");
        List<Disclosure> standing = accounting.disclosures().stream()
                .filter(one -> one.withdrawal() == null)
                .toList();
        if (standing.isEmpty()) {
            sheets.paragraph("Nothing that has to be accounted for was told to anybody in this time.");
        }
        for (Disclosure one : standing) {
            sheets.entry(
                    words.moment(one.at()) + ": " + DisclosureWords.recipient(one),
                    List.of(
                            "What: " + DisclosureWords.said(one.what()),
                            "Purpose: " + DisclosureWords.said(one.purpose()),
                            "Allowed by: " + DisclosureWords.of(one.basis())));
        }
    }

    private void shown(Sheets sheets, List<Look> looks, Period.Days days) throws IOException {
        LooksPage told = new LooksPage(
                period.question(Optional.empty(), "", Outcome.SHOWN, days, Long.MAX_VALUE, PAGE),
                days.since(),
                days.until(),
                new Looks(List.of(), null),
                List.of(),
                period.zone(),
                names);
        sheets.heading("Shown through this system");
        sheets.paragraph("Who was shown something of the record: our own staff, and practices that were asked for help."
                + (looks.size() == LOOKS ? " The last " + LOOKS + " times; there are more." : ""));
        for (Look look : looks) {
            sheets.line(told.moment(look) + ": " + told.staff(look.staff())
                    + (look.role().isEmpty() ? "" : " (" + told.role(look.role()) + ")") + ", " + told.view(look)
                    + ", for " + told.purpose(look));
        }
        if (looks.isEmpty()) {
            sheets.paragraph("Nobody was.");
        }
    }

    private List<Look> looks(PatientId patient, Period.Days days) {
        List<Look> looks = new ArrayList<>();
        @Nullable Long before = Long.MAX_VALUE;
        while (before != null && looks.size() < LOOKS) {
            Looks page = onlookers.find(period.question(Optional.of(patient), "", Outcome.SHOWN, days, before, PAGE));
            looks.addAll(page.looks());
            before = page.before();
        }
        return looks;
    }
}
