package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.intake.PersonOfTheFeed;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.samples.Fixtures;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officer finds a disputed discharge, sees what followed and who knew it when, who looked since, and takes it along. */
@PagesTest
class ComplianceWalkThroughTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Somebody of the feed who went home from a hospital. */
    private static final PersonOfTheFeed DISCHARGED = PersonOfTheFeed.wentHome().getFirst();

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void the_feed_is_in() {
        clock.set(Instant.parse("2026-11-20T14:00:00Z"));
        Fixtures.found().feed().forEach(message -> intake.take(reader, message, "system:mllp"));
        readModels.awaitAll();
    }

    @AfterEach
    void time_goes_back() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @ParameterizedTest
    @EnumSource
    void a_disputed_discharge_is_found_understood_and_taken_along(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("cleo.marsh")) {
            window.open("/past").isFine("past-start");
            Page page = person(window);
            page.getByRole(AriaRole.LINK, named("Audit of this person")).click();
            page.getByLabel("Event", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("stay.Discharged");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();
            page.getByLabel("Keep these filters as").fill("Disputed discharge");
            page.getByRole(AriaRole.BUTTON, named("Save the investigation")).click();
            assertThat(page.locator(".investigations")).containsText("Disputed discharge");
            window.isFine("audit");
            String csv = page.getByRole(AriaRole.LINK, named("CSV")).getAttribute("href");

            page.locator("tbody th a").last().click();
            assertThat(page.locator("pre").first()).containsText("\"dischargedAt\"");
            window.isFine("audit-event");

            page.getByRole(AriaRole.LINK, named("Cause and effect")).click();
            assertThat(page.locator(".effects")).containsText("A transition opened");
            window.isFine("audit-causes");

            page.goBack();
            page.getByRole(AriaRole.LINK, named("The page at that moment")).click();
            assertThat(page.getByRole(AriaRole.HEADING, heading("What differs, and why")))
                    .isVisible();
            window.isFine("past-patient");
            String position = page.locator("#position").inputValue();

            window.open("/past/desk?coordinator=nora.quinn&filter=all&at=" + position)
                    .isFine("past-desk");
            assertThat(page.getByRole(AriaRole.HEADING, heading("What Nora Quinn saw on the desk")))
                    .isVisible();
            window.open("/past/transitions?at=" + position).isFine("past-transitions");
            window.open("/past/referrals?at=" + position).isFine("past-referrals");

            person(window)
                    .getByRole(AriaRole.LINK, named("Who opened this chart"))
                    .click();
            assertThat(page.locator("main")).containsText("Cleo Marsh");
            page.getByRole(AriaRole.LINK, named("What was told to others")).click();
            page.getByLabel("Who was told").fill("County health department");
            page.getByLabel("What was told, in short").fill("Test result");
            page.getByLabel("Why, so that the patient understands it").fill("Reportable disease");
            page.getByRole(AriaRole.BUTTON, named("Record it")).click();
            assertThat(page.locator("tbody")).containsText("County health department");
            window.isFine("disclosures");

            APIResponse file = page.context().request().get("http://localhost:" + port + csv);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.headers().get("content-disposition")).contains("audit.csv");
            assertThat(file.text().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("\"stay.Discharged\""));
        }
    }

    private static Page person(Window window) {
        Page page = window.open("/patients").page();
        page.locator("#q")
                .fill(DISCHARGED.family().toLowerCase(Locale.ROOT) + " " + DISCHARGED.birthDate() + " "
                        + DISCHARGED.number());
        page.locator("#q").press("Enter");
        page.getByRole(AriaRole.LINK, named(DISCHARGED.name())).click();
        page.waitForURL(url -> url.contains("/patients/pat_"));
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
