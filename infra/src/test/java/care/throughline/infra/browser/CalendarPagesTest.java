package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PagesTest
class CalendarPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @LocalServerPort
    private int port;

    @BeforeEach
    void the_demo_clinic_is_in() {
        DemoForTests.play(application);
        readModels.awaitAll();
    }

    @ParameterizedTest
    @EnumSource
    void a_coordinator_sees_who_is_where_when(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            window.open("/calendar?coordinator=").isFine("calendar-week");
            Page page = window.open("/calendar?coordinator=&view=list")
                    .isFine("calendar-list")
                    .page();
            page.locator("table a[href^='/patients/']").first().click();
            page.locator("main details > summary").all().forEach(Locator::click);
            window.isFine("calendar-person");
        }
    }

    @Test
    void a_standing_time_and_a_booking_that_clash_are_settled_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("nora.quinn")) {
            Page page = window.open("/calendar?coordinator=&view=list").page();
            page.locator("table a[href^='/patients/']").first().click();
            page.getByText("Add a standing time").click();
            for (String day : new String[] {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}) {
                page.getByLabel(day, new Page.GetByLabelOptions().setExact(true))
                        .check();
            }
            page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("08:00");
            page.getByLabel("To (the next day if it is earlier)").fill("16:30");
            page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Days at the mill");
            button(page, "Add").click();
            page.getByLabel("Whom, or where").fill("Lab on Main Street");
            button(page, "Book").click();
            page.locator("a[href^='/calendar/appointments/apt_']").first().click();
            window.isFine("appointment");
            button(page, "The patient confirmed this time").click();
            page.getByLabel("Ride").selectOption("ARRANGED");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save Ride"))
                    .click();
            assertThat(page.locator("main")).containsText("The patient confirmed this time");
            window.isFine("appointment-ready");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "SCRIPTLESS"})
    void what_is_refused_is_said_and_what_was_typed_stays(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/calendar?coordinator=&view=list").page();
            page.locator("table a[href^='/patients/']").first().click();
            page.getByLabel("When", new Page.GetByLabelOptions().setExact(true)).fill("2020-02-20T10:00");
            page.getByLabel("Whom, or where").fill("Lab on Mill Street");
            button(page, "Book").click();
            assertThat(page.locator("main .notice")).hasText("Choose a time in the future.");
            window.isFine("appointment-refused");
            if (kind == Window.Kind.WIDE) {
                assertThat(page.getByLabel("Whom, or where")).hasValue("Lab on Mill Street");
                page.getByLabel("When", new Page.GetByLabelOptions().setExact(true))
                        .fill("2026-04-20T10:00");
                button(page, "Book").click();
            } else {
                assertThat(page.getByLabel("With", new Page.GetByLabelOptions().setExact(true)))
                        .hasValue("Lab on Mill Street");
                page.getByLabel("Starts at").fill("2026-04-21T10:00");
                button(page, "Try again").click();
            }
            assertThat(page.locator("main")).containsText("Lab on Mill Street");
            assertThat(page.locator("main .notice.is-bad")).hasCount(0);
        }
    }

    @Test
    void what_got_no_answer_may_have_been_recorded_and_the_page_does_not_say_otherwise() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            Page page = window.open("/calendar?coordinator=&view=list").page();
            page.locator("table a[href^='/patients/']").first().click();
            page.getByLabel("Whom, or where").fill("Lab on Mill Street");
            page.context().setOffline(true);
            button(page, "Book").click();
            assertThat(page.locator("main .notice"))
                    .hasText("The server did not answer. See whether it was recorded before you send it again.");
            assertThat(page.getByLabel("Whom, or where")).hasValue("Lab on Mill Street");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENLARGED", "SCRIPTLESS"})
    void a_line_of_the_desk_is_put_aside_and_brought_back(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/desk?filter=all").page();
            page.locator("li[data-item^='apt_'] a[data-toggle]").first().click();
            button(page, "Snooze").last().waitFor();
            window.isFineInFull("desk-appointment");
            sent(page, "/snooze", button(page, "Snooze").last());
            window.open("/desk?filter=snoozed");
            assertThat(page.locator("li[data-item^='apt_']")).containsText("Asked to be called back");
            page.locator("li[data-item^='apt_'] a[data-toggle]").first().click();
            sent(page, "/unsnooze", button(page, "Back on the list now"));
            window.open("/desk?filter=snoozed");
            assertThat(page.locator("li[data-item^='apt_']")).hasCount(0);
            window.open("/calendar?coordinator=&show=CONFLICTS");
            page.locator("main a[href^='/calendar/appointments/']").first().click();
            window.isFineInFull("appointment-that-clashes");
        }
    }

    private void sent(Page page, String to, Locator button) {
        page.waitForResponse(response -> response.url().endsWith(to), button::click);
        readModels.awaitAll();
    }

    @Test
    void missed_appointments_are_counted_and_a_calendar_is_taken_along() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("ada.boateng")) {
            Page page = window.open("/measures/appointments").isFine("missed").page();
            page.locator("table a").first().click();
            window.isFine("missed-members");
            window.open("/subscriptions").isFine("subscriptions");
            button(page, "Make a secret address").click();
            window.isFine("subscribed");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
