package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
class ReferralPagesTest {

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
    void a_coordinator_sees_where_every_referral_stands(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/referrals").isFine("referrals").page();
            page.locator(".board-card a").first().click();
            window.isFine("referral");
        }
    }

    @Test
    void a_referral_goes_from_the_patient_to_the_closed_loop_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("nora.quinn")) {
            Page page = window.open("/transitions").page();
            page.locator(".board-card a").first().click();
            page.getByText("Refer the patient").click();
            page.getByLabel("To", exactly()).selectOption("NEUROLOGY");
            page.getByLabel("What is asked, and why").fill("Numbness in the left hand since the stroke");
            button(page, "Draft the referral").click();
            page.getByRole(AriaRole.LINK, named("Neurology")).last().click();
            while (page.getByText(Pattern.compile("still missing")).isVisible()) {
                page.getByRole(AriaRole.BUTTON, named("Put in")).first().click();
            }
            page.getByLabel("Hilltop Neurology").check();
            button(page, "Send").click();
            window.isFine("referral-sent");
            page.getByText("Record what Hilltop Neurology told us").click();
            button(page, "They accept").click();
            button(page, "Scheduled").click();
            assertThat(page.locator(".facts").getByText("5.1.1")).isVisible();
            window.isFine("referral-scheduled");
            page.getByLabel("Result", exactly()).fill("Carpal tunnel, a splint at night");
            button(page, "Record the result").click();
            window.isFine("referral-result");
            button(page, "I have read it: close the loop").click();
            assertThat(page.locator(".facts").getByText("7.0")).isVisible();
            window.isFine("referral-closed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void a_patients_page_shows_their_referrals(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/referrals").page();
            page.locator(".board-card a").first().click();
            page.locator("h1 a").click();
            page.getByText("Refer the patient").click();
            window.isFine("patient-referrals");
        }
    }

    @Test
    void rebuilt_it_equals_the_live_one() {
        readModels.assertRebuiltEqualsLive("referrals");
        readModels.assertRebuiltEqualsLive("timeline");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
