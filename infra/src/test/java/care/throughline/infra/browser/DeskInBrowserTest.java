package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.browser.Window.Kind;
import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PagesTest
class DeskInBrowserTest {

    /** Referrals stand in the same list; they have a page of their own to work on. */
    private static final String TRANSITIONS = ".line[data-item^=trn_]";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String COORDINATOR = "nora.quinn";
    private static final String COLLEAGUE = "sam.ortiz";
    private static final String SUPERVISOR = "ada.boateng";
    private static final String FILTER = "a[aria-current=true]";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @LocalServerPort
    private int port;

    @BeforeEach
    void clinic() {
        DemoForTests.play(application);
        readModels.awaitAll();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "DARK", "ENLARGED"})
    void every_page_and_state_is_fine(Kind kind) {
        try (Window window = CHROMIUM.window(port, kind)) {
            window.open("/sign-in").isFine("sign-in");
            window.signsInAs(SUPERVISOR);
            window.open("/desk?filter=all").isFine("desk");
            String item = firstItem(window.page());
            window.open("/desk?filter=all&open=" + item).isFine("desk-open");
            for (String filter : kind == Kind.WIDE ? List.of("mine", "overdue", "snoozed") : List.of("mine")) {
                window.open("/desk?filter=" + filter).isFine("desk-" + filter);
            }
            window.page().locator(".who > summary").click();
            window.isFine("desk-menu");
            window.page().locator("[data-help]").click();
            window.isFine("desk-keys");
            window.open("/transitions").isFine("transitions");
            window.open("/transitions?view=table").isFine("transitions-table");
            window.open("/overnight?since=2026-02-20T17:00").isFine("overnight");
        }
    }

    @Test
    void the_work_of_a_line_is_done_with_the_keyboard_alone() {
        try (Window window = CHROMIUM.window(port, Kind.WIDE)) {
            window.signsInAs(COORDINATOR).open("/desk?filter=mine");
            Page page = window.page();
            String item = firstItem(page);
            walkTo(page, item);
            page.keyboard().press("a");
            pressIn(page, item, "outreach");
            assertThat(line(page, item).locator(".line-change")).containsText("Attempt: no answer");

            focus(page, item);
            page.keyboard().press("r");
            pressIn(page, item, "outreach");
            assertThat(line(page, item).locator(".line-clocks")).containsText("Contact done");
            assertThat(line(page, item).locator(".line-change")).containsText("Attempt: reached · Contact made");
            window.isFine("desk-after-contact");

            focus(page, item);
            page.keyboard().press("s");
            pressIn(page, item, "snooze");
            assertThat(line(page, item).locator(".line-change")).containsText("snoozed until");

            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("t");
            page.waitForURL(url -> url.endsWith("/transitions"));
        }
    }

    @Test
    void the_same_is_done_without_javascript() {
        try (Window window = CHROMIUM.window(port, Kind.SCRIPTLESS)) {
            window.signsInAs(COLLEAGUE).open("/desk?filter=mine");
            Page page = window.page();
            String item = firstItem(page);
            line(page, item).locator("[data-toggle]").press("Enter");
            line(page, item).getByText("Log the attempt").press("Enter");
            assertThat(line(page, item).locator(".line-change")).containsText("Attempt: no answer");
            line(page, item).getByText("High: visit in 7 days").press("Enter");
            assertThat(line(page, item).locator(".line-change")).containsText("Complexity judged high");
            window.isFine("desk-without-scripts");
        }
    }

    @Test
    void several_lines_are_snoozed_at_once_by_keyboard_and_that_is_undone() {
        try (Window window = CHROMIUM.window(port, Kind.WIDE)) {
            window.signsInAs(SUPERVISOR).open("/desk?filter=all");
            Page page = window.page();
            for (int nth = 0; nth < 2; nth++) {
                page.locator(TRANSITIONS).nth(nth).focus();
                page.keyboard().press("x");
            }
            assertThat(page.locator("#chosen")).hasText("2 chosen");
            window.isFine("desk-chosen");
            page.locator("#bulk button[value=SNOOZE]").press("Enter");
            assertThat(page.locator("#round-title")).containsText("2 of 2 lines snoozed until");
            window.isFine("desk-round");
            page.locator("#round").getByText("Undo").press("Enter");
            assertThat(page.locator("#round")).containsText("2 of 2 lines taken back.");
        }
    }

    @Test
    void all_that_are_shown_are_assigned_without_javascript_and_the_count_is_honest() {
        try (Window window = CHROMIUM.window(port, Kind.SCRIPTLESS)) {
            Page page = window.signsInAs(SUPERVISOR).page();
            assertThat(page.locator(FILTER)).containsText("All");
            window.open("/desk?filter=unassigned");
            Locator boxes = page.locator(".line input[name=items]");
            int shown = boxes.count();
            page.locator("[data-choose-all]").press("Enter");
            page.locator("#bulk-to").selectOption(COLLEAGUE);
            page.locator("#bulk button[value=ASSIGN]").press("Enter");
            assertThat(page.locator("#round-title")).containsText(shown + " of " + shown + " lines assigned to");
            window.isFine("desk-round-without-scripts");
            page.locator("#round").getByText("Undo").press("Enter");
            assertThat(page.locator("#round")).containsText(shown + " of " + shown + " lines taken back.");
            assertThat(boxes).hasCount(shown);
        }
    }

    @Test
    void what_a_colleague_does_appears_by_itself_within_two_seconds() {
        try (Window mine = CHROMIUM.window(port, Kind.WIDE);
                Window theirs = CHROMIUM.window(port, Kind.WIDE)) {
            mine.signsInAs(COORDINATOR);
            assertThat(mine.page().locator(FILTER)).containsText("Mine");
            mine.open("/desk?filter=all");
            assertThat(mine.page().locator("#live")).hasText("Live");
            String item = String.valueOf(mine.page().locator(TRANSITIONS).last().getAttribute("data-item"));
            theirs.signsInAs(SUPERVISOR).open("/desk?filter=all&open=" + item);
            line(theirs.page(), item).getByText("Equipment arranged").click();
            long told = System.nanoTime();
            // an assertion would look only once a second by then
            mine.page()
                    .waitForCondition(() -> line(mine.page(), item)
                            .locator(".line-change")
                            .innerText()
                            .contains("Checked: equipment arranged"));
            assertThat((System.nanoTime() - told) / 1_000_000).isLessThan(2_000);
        }
    }

    @Test
    void the_read_models_of_the_desk_equal_their_rebuild() {
        readModels.assertRebuiltEqualsLive("desk");
        readModels.assertRebuiltEqualsLive("overnight");
    }

    private static String firstItem(Page page) {
        return String.valueOf(page.locator(TRANSITIONS).first().getAttribute("data-item"));
    }

    /** Goes down line by line. */
    private static void walkTo(Page page, String item) {
        do {
            page.keyboard().press("j");
        } while (!page.locator("#line-" + item + ".is-current").isVisible());
    }

    private static Locator line(Page page, String item) {
        return page.locator("#line-" + item);
    }

    private static void focus(Page page, String item) {
        line(page, item).focus();
    }

    /** Presses Enter once the focus is in that form of the line. */
    private static void pressIn(Page page, String item, String act) {
        Locator form = line(page, item).locator("form[data-act=" + act + "]");
        page.waitForCondition(() -> (Boolean) form.evaluate("form => form.contains(document.activeElement)"));
        page.keyboard().press("Enter");
    }
}
