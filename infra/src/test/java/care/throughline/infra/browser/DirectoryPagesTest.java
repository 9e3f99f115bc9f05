package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
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
class DirectoryPagesTest {

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
        readModels.await("directory");
    }

    @ParameterizedTest
    @EnumSource
    void a_coordinator_finds_who_speaks_a_language_and_is_open_on_saturday(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/directory").isFine("directory").page();
            page.getByLabel("Specialty or help").selectOption("BEHAVIORAL_HEALTH");
            page.getByLabel("Language").selectOption("ht");
            page.getByLabel("Open on").selectOption("SATURDAY");
            button(page, "Search").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open Door Counseling"))
                    .click();
            assertThat(page.getByText("Sat 9:00 AM to 12:00 PM")).isVisible();
            assertThat(button(page, "Correct")).hasCount(0);
            window.isFine("performer");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"DARK", "ENLARGED"})
    void a_supervisor_sees_the_forms(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("ada.boateng")) {
            window.open("/directory").page().getByText("Enter a performer").click();
            window.isFine("directory-entering");
            window.open("/directory/prf_valley-heart-center").isFine("performer-kept");
        }
    }

    @Test
    void a_pharmacy_nearby_has_a_price_with_its_age() {
        try (Window window = CHROMIUM.window(port, Window.Kind.ENLARGED).signedInAs("ada.boateng")) {
            Page page = window.open("/directory").page();
            page.getByLabel("Kind").selectOption("PHARMACY");
            page.getByLabel("Near ZIP").fill("01105");
            page.getByLabel("First").selectOption("DISTANCE");
            button(page, "Search").click();
            assertThat(page.locator("tbody tr").first()).containsText("Main Street Pharmacy");
            window.isFineInFull("directory-nearby");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Main Street Pharmacy"))
                    .last()
                    .click();
            page.getByLabel("Code of the drug or service").fill("METFORMIN-500");
            page.getByLabel("What it is, in your words").fill("Metformin 500 mg, 30 tablets");
            page.getByLabel("Price", new Page.GetByLabelOptions().setExact(true))
                    .fill("12.50");
            page.getByLabel("Told on").fill("2025-11-03");
            button(page, "Record the price").click();
            assertThat(page.locator("table")).containsText("$12.50");
            assertThat(page.locator("table .tag")).hasText("old");
            window.isFineInFull("performer-price");
            window.open("/directory?near=00000");
            assertThat(page.locator(".notice").first()).containsText("ZIP code 00000 is not known");
        }
    }

    @Test
    void a_supervisor_keeps_the_directory_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("ada.boateng")) {
            Page page = window.open("/directory").page();
            page.getByText("Enter a performer").click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Corner Podiatry");
            page.getByLabel("Phone").fill("413-555-0199");
            page.getByLabel("ZIP code").fill("01105");
            page.getByLabel("Thursday from").fill("10:00");
            page.getByLabel("Thursday to").fill("14:00");
            button(page, "Enter").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Corner Podiatry"))
                    .click();
            assertThat(page.getByText("Thu 10:00 AM to 2:00 PM")).isVisible();
            page.locator("#room").selectOption("WAITLIST");
            button(page, "Change").click();
            assertThat(page.locator(".facts").getByText("Waitlist")).isVisible();
            page.getByLabel("Spanish").check();
            button(page, "Correct").click();
            assertThat(page.getByText("English, Spanish")).isVisible();
            button(page, "Takes no referrals any more").click();
            assertThat(page.locator(".tag").getByText("Takes no referrals any more"))
                    .isVisible();
            window.picture("performer-withdrawn");
            readModels.assertRebuiltEqualsLive("directory");
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
