package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
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
class MeasuresPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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
    @EnumSource
    void behind_each_number_stands_the_list_of_its_members_with_their_receipts(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("cleo.marsh")) {
            Page page = window.open("/measures").isFine("measures").page();
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).containsText("30-day readmission: members of");
            assertThat(page.locator("tbody tr").first().locator(".tag").first()).hasText(Pattern.compile("\\d+"));
            window.isFine("measures-members");
        }
    }

    @ParameterizedTest
    @EnumSource
    void referrals_are_told_in_numbers_by_specialty_and_performer(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("ada.boateng")) {
            Page page = window.open("/measures/referrals").isFine("loops").page();
            page.getByLabel("By", new Page.GetByLabelOptions().setExact(true)).selectOption("PERFORMER");
            page.getByText("Show", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("tbody th").first()).hasText("Harbor Cardiology");
            window.isFine("loops-by-performer");
            page.locator("tbody a").first().click();
            assertThat(page.locator("tbody tr").first().locator(".tag").first()).hasText(Pattern.compile("\\d+"));
            window.isFine("loops-members");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "ENLARGED"})
    void the_directory_tells_after_how_many_days_patients_were_seen(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open("/directory").isFine("directory-seen").page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("days, median of \\d+")))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("saw somebody");
            window.isFine("directory-seen-members");
        }
    }

    @Test
    void rebuilt_the_numbers_of_referrals_equal_the_live_ones() {
        readModels.assertRebuiltEqualsLive("loops");
    }
}
