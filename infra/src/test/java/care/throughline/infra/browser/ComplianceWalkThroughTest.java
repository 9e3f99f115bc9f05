package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.events.PatientId;
import care.throughline.infra.database.Database;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.query.ledger.Ledger;
import care.throughline.verifier.Verifier;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A discharge is disputed: the officer finds it, sees what the coordinator saw that minute, who looked since, takes it
 * along with proof, verifies it elsewhere, and finds what somebody changed in the database.
 */
@PagesTest
class ComplianceWalkThroughTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    private Path elsewhere;

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Database database;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @AfterEach
    void time_goes_back() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @ParameterizedTest
    @EnumSource
    void a_disputed_discharge_is_found_understood_proven_and_its_alteration_noticed(Window.Kind kind) throws Exception {
        clock.set(Instant.now());
        Disputed disputed = new Disputed("Disputed" + kind.name().charAt(0), clock.instant());
        PatientId patient = disputed.told(reader, intake);
        readModels.awaitAll();
        Instant seen = nora_takes_and_sees(patient);
        disputed.corrected(reader, intake);
        readModels.awaitAll();
        sam_opens_the_chart(patient);

        try (Window window = CHROMIUM.window(port, kind).signedInAs("cleo.marsh")) {
            String position = the_discharge_is_found(window, disputed);
            what_nora_saw_is_seen(window, disputed, seen);
            who_opened_the_chart_since_is_seen(window, patient);
            if (kind == Window.Kind.ENLARGED || kind == Window.Kind.SCRIPTLESS) { // LedgerPagesTest has the wide ones
                it_is_taken_along_and_an_alteration_is_noticed(window, patient, position);
            }
        }
        Eventually.holds("the ledger goes on", () -> ledger.state().contradiction() == null);
    }

    /** The second in which she has the patient on her desk, with the discharge as told at first. */
    private Instant nora_takes_and_sees(PatientId patient) {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("nora.quinn")) {
            press(window.open("/patients/" + patient).page(), "Take this patient");
            readModels.awaitAll();
            window.open("/desk");
        }
        Instant seen = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Eventually.holds("that second is over", () -> Instant.now().isAfter(seen));
        return seen;
    }

    private void sam_opens_the_chart(PatientId patient) {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("sam.ortiz")) {
            window.open("/patients/" + patient);
        }
    }

    private String the_discharge_is_found(Window window, Disputed disputed) {
        Page page = person(window, disputed);
        link(page, "Audit of this person").click();
        page.getByLabel("Event", new Page.GetByLabelOptions().setExact(true)).selectOption("stay.Discharged");
        press(page, "Show");
        page.getByLabel("Keep these filters as").fill("Disputed discharge");
        press(page, "Save the investigation");
        assertThat(page.locator(".investigations")).containsText("Disputed discharge");
        window.isFine("audit");
        assertThat(text(window, link(page, "CSV")).lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"stay.Discharged\""));

        page.locator("tbody th a").last().click();
        assertThat(page.locator("pre").first()).containsText("\"dischargedAt\"");
        window.isFine("audit-event");
        String event = page.url().substring(page.url().lastIndexOf('/') + 1);
        link(page, "Cause and effect").click();
        assertThat(page.locator(".effects")).containsText("A transition opened");
        window.isFine("audit-causes");

        page.goBack();
        link(page, "The page at that moment").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("What differs, and why")))
                .isVisible();
        window.isFine("past-patient");
        return event;
    }

    private static void what_nora_saw_is_seen(Window window, Disputed disputed, Instant seen) {
        Page page = window.open("/past").isFine("past-start").page();
        Locator form = page.locator("form[action='/past/desk']");
        form.getByLabel("Coordinator").selectOption("nora.quinn");
        form.getByLabel("Known by").fill(LocalDateTime.ofInstant(seen, NEW_YORK).toString());
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("What Nora Quinn saw on the desk")))
                .isVisible();
        Locator then = page.locator("section[aria-labelledby=then-title]");
        assertThat(then).containsText(disputed.family());
        Locator changed =
                page.locator(".differences tr").filter(new Locator.FilterOptions().setHasText(disputed.family()));
        assertThat(changed).containsText("discharge");
        assertThat(link(page, "their accesses of that day")).isVisible();
        window.isFine("past-desk");
        String moment = page.url().substring(page.url().indexOf("at="));
        window.open("/past/transitions?" + moment).isFine("past-transitions");
        window.open("/past/referrals?" + moment).isFine("past-referrals");
    }

    private static void who_opened_the_chart_since_is_seen(Window window, PatientId patient) {
        Page page = window.open("/patients/" + patient).page();
        link(page, "Who opened this chart").click();
        assertThat(page.locator("main")).containsText("Sam Ortiz");
        assertThat(page.locator("main")).containsText("Cleo Marsh");
        link(page, "What was told to others").click();
        page.getByLabel("Who was told").fill("County health department");
        page.getByLabel("What was told, in short").fill("Test result");
        page.getByLabel("Why, so that the patient understands it").fill("Reportable disease");
        press(page, "Record it");
        assertThat(page.locator("tbody")).containsText("County health department");
        window.isFine("disclosures");
    }

    private void it_is_taken_along_and_an_alteration_is_noticed(Window window, PatientId patient, String position)
            throws IOException, InterruptedException {
        Eventually.holds(
                "a checkpoint covers it",
                () -> ledger.proof(Long.parseLong(position)).isPresent());
        Path checkpoint = Files.write(
                elsewhere.resolve("checkpoint.txt"),
                bytes(window, link(window.open("/ledger").page(), "Download the checkpoint")));
        AnotherMachine.Said before =
                new AnotherMachine(elsewhere).verify(evidence(window, patient, checkpoint, "before"), checkpoint);
        assertThat(before.words()).contains("VERIFIED");
        assertThat(before.outcome()).isEqualTo(Verifier.VERIFIED);

        behindItsBack("update store.event set payload = payload || ' '::bytea where position = " + position);
        try {
            Page page = window.open("/ledger").page();
            page.getByLabel("From position").first().fill(position);
            press(page, "Compare");
            assertThat(page.getByText("the event at position " + position + " is not the one"))
                    .isVisible();
            window.isFine("ledger-altered");
            AnotherMachine.Said after =
                    new AnotherMachine(elsewhere).verify(evidence(window, patient, checkpoint, "after"), checkpoint);
            assertThat(after.words()).contains("ALTERED").contains(position);
            assertThat(after.outcome()).isEqualTo(Verifier.ALTERED);
        } finally {
            behindItsBack("update store.event set payload = substring(payload for octet_length(payload) - 1)"
                    + " where position = " + position);
        }
    }

    /** Everything about the patient, with its proofs, and that the ledger continues the checkpoint that was kept. */
    private Path evidence(Window window, PatientId patient, Path checkpoint, String name) throws IOException {
        String since = "&since=" + Files.readAllLines(checkpoint).get(1);
        Locator link = link(window.open("/audit?patient=" + patient).page(), "with proofs (ZIP)");
        return Files.write(
                elsewhere.resolve(name + ".zip"),
                file(window, link.getAttribute("href") + since).body());
    }

    private void behindItsBack(String sql) {
        PGSimpleDataSource owner = (PGSimpleDataSource) database.owner();
        owner.setOptions("-c session_replication_role=replica");
        JdbcClient.create(owner).sql(sql).update();
    }

    private static Page person(Window window, Disputed disputed) {
        Page page = window.open("/patients").page();
        page.locator("#q").fill(disputed.family().toLowerCase(Locale.ROOT) + " 1951-11-04");
        page.locator("#q").press("Enter");
        link(page, disputed.family() + ", Robin").click();
        page.waitForURL(url -> url.contains("/patients/pat_"));
        return page;
    }

    private String text(Window window, Locator link) {
        return file(window, link.getAttribute("href")).text();
    }

    private byte[] bytes(Window window, Locator link) {
        return file(window, link.getAttribute("href")).body();
    }

    private APIResponse file(Window window, @Nullable String address) {
        APIResponse file =
                window.page().context().request().get("http://localhost:" + port + Objects.requireNonNull(address));
        assertThat(file.status()).isEqualTo(200);
        return file;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
