package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.intake.FeedForTests;
import care.throughline.infra.intake.PersonOfTheFeed;
import care.throughline.infra.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PagesTest
class ChartPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final PersonOfTheFeed FIRST = PersonOfTheFeed.wentHome().getFirst();
    private static final PersonOfTheFeed ANOTHER = PersonOfTheFeed.wentHome().getLast();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void the_feed_is_in() {
        clock.set(FeedForTests.AFTERWARDS);
        FeedForTests.play(application);
    }

    @ParameterizedTest
    @EnumSource
    void a_coordinator_finds_a_patient_and_reads_what_happened(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            window.open("/patients").isFine("patients-search");
            Page page = find(window, FIRST.family().toLowerCase(Locale.ROOT) + " " + american(FIRST.birthDate()));
            window.isFine("patients-found");
            page.getByRole(AriaRole.LINK, named(FIRST.name())).click();
            assertThat(heading(page, FIRST.name())).isVisible();
            window.isFine("patient");
            page.getByRole(AriaRole.LINK, named("Everything")).click();
            window.isFine("patient-everything");
            page.locator(".moment")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("All \\d+ details")))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assertThat(page.locator("pre")).containsText("\"FAMILY\" : \"" + FIRST.family() + "\"");
            window.isFine("patient-event");
        }
    }

    @Test
    void nothing_personal_stands_in_the_address_of_a_search() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            assertThat(find(window.open("/patients"), FIRST.family())).hasURL(Pattern.compile("/patients/search$"));
        }
    }

    @Test
    void a_patient_is_taken_and_offered_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("sam.ortiz")) {
            Page page = find(window.open("/patients"), ANOTHER.family() + " " + ANOTHER.given());
            page.getByRole(AriaRole.LINK, named(ANOTHER.name())).click();
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
            Page page = find(
                    window.open("/patients"),
                    PersonOfTheFeed.merged().getFirst().number());
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
            Page page = find(
                    window.open("/patients"), PersonOfTheFeed.merged().getLast().number());
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

    /** A day the way most people here write it. */
    private static String american(String iso) {
        return DateTimeFormatter.ofPattern("M/d/uuuu").format(LocalDate.parse(iso));
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
