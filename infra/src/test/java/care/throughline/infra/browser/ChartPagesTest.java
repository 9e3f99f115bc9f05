package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.Fixtures;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ThroughlineTest
class ChartPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static boolean fed;

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
        if (fed) {
            return;
        }
        fed = true;
        Fixtures.feed().forEach(this::take);
        take(Fixtures.bytes("hl7/bad/04_missing_pid3.hl7"));
        take(Fixtures.bytes("hl7/bad/09_injection.hl7"));
        readModels.awaitAll();
    }

    @AfterEach
    void time_goes_back() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @ParameterizedTest
    @EnumSource
    void a_coordinator_finds_a_patient_and_reads_what_happened(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            window.open("/patients").isFine("patients-search");
            Page page = find(window, "schowalter 1/20/1951");
            window.isFine("patients-found");
            page.getByRole(AriaRole.LINK, named("Schowalter, Federico")).click();
            assertThat(heading(page, "Schowalter, Federico")).isVisible();
            window.isFine("patient");
            page.getByRole(AriaRole.LINK, named("Everything")).click();
            window.isFine("patient-everything");
            page.locator(".moment")
                    .filter(new Locator.FilterOptions().setHasText("All 12 details"))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assertThat(page.locator("pre")).containsText("\"FAMILY\" : \"Schowalter\"");
            window.isFine("patient-event");
        }
    }

    @Test
    void nothing_personal_stands_in_the_address_of_a_search() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            assertThat(find(window.open("/patients"), "schowalter")).hasURL(Pattern.compile("/patients/search$"));
        }
    }

    @Test
    void a_patient_is_taken_and_offered_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("sam.ortiz")) {
            Page page = find(window.open("/patients"), "crooks santiago");
            page.getByRole(AriaRole.LINK, named("Crooks, Santiago")).click();
            page.getByRole(AriaRole.BUTTON, button("Take this patient")).click();
            assertThat(page.getByText("You are")).isVisible();
            page.getByLabel("Reason").fill("I am away next week");
            page.getByRole(AriaRole.BUTTON, button("Offer")).click();
            assertThat(page.getByText("I am away next week").first()).isVisible();
            window.isFine("patient-offered");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "ENLARGED"})
    void a_supervisor_sees_merges_and_may_undo_them(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("ada.boateng")) {
            Page page = find(window.open("/patients"), "0038763");
            page.locator(".person h2 a").first().click();
            page.getByText("They are two people").first().click();
            assertThat(page.getByRole(AriaRole.BUTTON, button("Undo the merge")).first())
                    .isVisible();
            window.isFine("patient-merged");
        }
    }

    @Test
    void a_wrong_merge_is_undone_with_a_reason() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("ada.boateng")) {
            Page page = find(window.open("/patients"), "0028596");
            page.locator(".person h2 a").first().click();
            page.getByText("They are two people").click();
            page.getByLabel("How do you know").fill("The birth dates differ");
            page.getByRole(AriaRole.BUTTON, button("Undo the merge")).click();
            assertThat(page.getByText("The birth dates differ")).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, button("Undo the merge")))
                    .hasCount(0);
            window.picture("patient-unmerged");
        }
    }

    @Test
    void a_message_that_waits_is_corrected_and_applied() {
        take(waiting());
        readModels.awaitAll();
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("ada.boateng")) {
            Page page = window.open("/intake?show=WAITING").page();
            page.locator("tr", new Page.LocatorOptions().setHasText("WAITS1"))
                    .getByRole(AriaRole.LINK)
                    .click();
            Locator text = page.getByLabel("Correct it here");
            text.fill(text.inputValue().replace("PID|1||||", "PID|1||0099001^^^STCLR^MR||"));
            page.getByRole(AriaRole.BUTTON, button("Correct and apply")).click();
            assertThat(page.getByText("Corrected 1 time")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("Waiter, Wanda"))).isVisible();
            window.picture("message-corrected");
        }
    }

    private static byte[] waiting() {
        return ("MSH|^~\\&|ADMIT3|STCLR|||20261119100000||ADT^A01|WAITS1|P|2.3\rEVN|A01|20261119100000\r"
                        + "PID|1||||Waiter^Wanda\rPV1|1|I|||||||||||||||||W1\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void a_supervisor_looks_at_messages(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("ada.boateng")) {
            window.open("/intake?show=WAITING").isFine("messages-waiting");
            window.open("/intake?show=ALL").isFine("messages");
            Page page = window.page();
            page.locator("tbody a").first().click();
            window.isFine("message");
            window.open("/intake?show=WAITING");
            page.locator("tbody a").first().click();
            assertThat(page.getByLabel("Correct it here")).isVisible();
            window.isFine("message-waiting");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "ENLARGED", "SCRIPTLESS"})
    void an_operator_sees_how_far_everything_is(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("olga.stein")) {
            window.open("/operations").isFine("operations");
        }
    }

    @Test
    void a_rebuild_by_one_button_shows_its_progress_until_it_is_over() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Locator rebuild =
                    window.open("/operations").page().getByRole(AriaRole.BUTTON, button("Rebuild intake_log"));
            rebuild.click();
            window.picture("operations-rebuilding");
            assertThat(rebuild).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(window.page().locator("progress")).hasCount(0);
        }
    }

    private void take(byte[] message) {
        intake.take(reader, message, "system:mllp");
    }

    private static Page find(Window window, String typed) {
        Page page = window.page();
        page.locator("#q").fill(typed);
        page.locator("#q").press("Enter");
        page.waitForURL(Pattern.compile("/patients/search$"));
        return page;
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
