package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.Discharges.Discharged;
import care.throughline.infra.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class CoordinatingInBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String NORA = "nora.quinn";
    private static final String SAM = "sam.ortiz";
    private static final String SUPERVISOR = "ada.boateng";

    @Autowired
    private Discharges discharges;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @Test
    void a_visit_is_missed_cancelled_and_kept_until_the_work_is_done() {
        Discharged home = discharges.home("Visited");
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            Locator line = assignedTo(NORA, home, window);
            book(line, "2026-03-02T11:00");
            assertThat(line).containsText("Booked for Mon Mar 2, 11:00 AM");

            clock.advance(Duration.ofHours(2));
            press(line, "missed", "Missed");
            assertThat(line.locator(".line-change")).containsText("1 visit missed");

            book(line, "2026-03-03T11:00");
            form(line, "cancelled").getByLabel("Reason to cancel").fill("no ride");
            press(line, "cancelled", "Cancel it");
            assertThat(line.locator(".line-change")).containsText("Visit cancelled");

            press(line, "kept", "Visit kept");
            assertThat(line).containsText("Kept Mon Mar 2, 12:00 PM.");
            form(line, "reconciliation").getByLabel("What was compared").fill("one stopped");
            press(line, "reconciliation", "Reconciled");
            assertThat(line).containsText("Medicines reconciled Mon Mar 2");

            press(line, "complete", "Complete");
            assertThat(window.page().locator("main")).containsText("Still missing: a contact with the patient");
            window.page().goBack();
            form(line, "complete").getByLabel("Reason, if something").fill("moved to her daughter");
            press(line, "complete", "Complete");
            assertThat(line).hasCount(0);
        }
    }

    @Test
    void a_patient_is_offered_declined_offered_again_and_accepted() {
        Discharged home = discharges.home("Offered");
        try (Window noras = CHROMIUM.window(port, Window.Kind.SCRIPTLESS);
                Window sams = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            offer(assignedTo(NORA, home, noras));

            Locator offered = open(sams.signedInAs(SAM), "offered", home);
            form(offered, "decline").getByLabel("Reason to decline").fill("full until Friday");
            press(offered, "decline", "Decline");
            assertThat(offered).hasCount(0);

            Locator declined = open(noras, "mine", home);
            assertThat(declined.locator(".line-change")).containsText("Hand-off declined by Sam Ortiz");
            offer(declined);
            Locator again = open(sams, "offered", home);
            press(again, "accept", "Accept the hand-off");
            assertThat(open(sams, "mine", home).locator(".line-change")).containsText("Taken over by Sam Ortiz");
            assertThat(open(noras, "mine", home)).hasCount(0);
        }
    }

    @Test
    void v_goes_to_the_visit_t_to_taking_over_and_p_to_the_patient() {
        Discharged home = discharges.home("Pressed");
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE)) {
            Page page = window.signedInAs(NORA).open("/desk?filter=unassigned").page();
            Locator line = line(page, home);
            line.focus();
            page.keyboard().press("v");
            assertThat(form(line, "book").getByLabel("With", exactly())).isFocused();

            line.focus();
            page.keyboard().press("t");
            assertThat(form(line, "take").locator("button")).isFocused();
            page.keyboard().press("Enter");
            assertThat(line.locator(".line-whose")).hasText("You");

            line.focus();
            page.keyboard().press("p");
            page.waitForURL(url -> url.endsWith("/patients/" + home.patient()));
        }
    }

    private Locator assignedTo(String coordinator, Discharged home, Window window) {
        try (Window office = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            Locator line = open(office.signedInAs(SUPERVISOR), "unassigned", home);
            form(line, "assign").locator("select").selectOption(coordinator);
            press(line, "assign", "Assign");
            assertThat(line).hasCount(0);
        }
        return open(window.signedInAs(coordinator), "mine", home);
    }

    private static Locator open(Window window, String filter, Discharged home) {
        return line(
                window.open("/desk?filter=" + filter + "&open=" + home.transition())
                        .page(),
                home);
    }

    private static void book(Locator line, String at) {
        Locator form = form(line, "book");
        form.locator("input[name=startsAt]").fill(at);
        form.getByLabel("With", exactly()).fill("Dr. Lee");
        form.locator("button").press("Enter");
    }

    private static void offer(Locator line) {
        Locator form = form(line, "offer");
        form.locator("select").selectOption(SAM);
        form.getByLabel("Reason").fill("I am away");
        press(line, "offer", "Offer");
        assertThat(line).containsText("Offered to Sam Ortiz");
    }

    private static void press(Locator line, String act, String button) {
        form(line, act)
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
    }

    private static Locator form(Locator line, String act) {
        return line.locator("form[data-act=" + act + "]");
    }

    private static Locator line(Page page, Discharged home) {
        return page.locator("#line-" + home.transition());
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
