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
class AuthorizationPagesTest {

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
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "ENLARGED"})
    void a_coordinator_sees_what_every_authorization_waits_for(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/authorizations").isFine("authorizations").page();
            page.locator(".board-card a").first().click();
            window.isFine("authorization");
            page.getByText("Evidence dossier").click();
            window.isFine("dossier");
        }
    }

    @Test
    void a_denial_is_appealed_and_overturned_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("nora.quinn")) {
            Page page = window.open("/transitions").page();
            page.locator(".board-card a").first().click();
            page.getByText("Ask a payer for permission").click();
            page.getByLabel("What the payer is asked for, and why").fill("Wound care at home, twice a week");
            page.getByLabel("Payer", exactly()).fill("Commonwealth Mutual");
            page.getByLabel("Program").selectOption("COMMERCIAL");
            page.locator("#ask-specialty").selectOption("HOME_HEALTH");
            button(page, "Ask the payer").click();
            page.locator("[aria-labelledby=authorizations-title] h3 a").last().click();
            window.isFine("authorization-requested");
            page.getByText("It asks for more").click();
            page.getByLabel("Clinical notes").check();
            page.locator("#pend-words").fill("The notes of the wound, please");
            button(page, "Pended").click();
            window.isFine("authorization-pended");
            page.getByLabel("What was sent").fill("Notes of the last two weeks");
            button(page, "It was sent").click();
            page.getByText("It denies it").click();
            page.locator("#denial-words").fill("Not shown to be needed");
            button(page, "Denied").click();
            window.isFine("authorization-denied");
            page.getByLabel("Grounds").fill("The wound is open since the discharge");
            button(page, "File the appeal").click();
            window.isFine("authorization-appealed");
            page.locator("#ruling").selectOption("OVERTURNED");
            page.getByLabel("What the decision says").fill("The notes show that it is needed");
            page.locator("#number-ruled").fill("CM-4471");
            button(page, "Record the decision").click();
            assertThat(page.locator(".facts").getByText("CM-4471")).isVisible();
            window.isFine("authorization-overturned");
        }
    }

    @Test
    void rebuilt_it_equals_the_live_one() {
        readModels.assertRebuiltEqualsLive("authorizations");
        readModels.assertRebuiltEqualsLive("timeline");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
