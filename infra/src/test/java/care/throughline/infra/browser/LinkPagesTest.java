package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.Dump;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PagesTest
class LinkPagesTest {

    private static final String TRANSPORT = "/referrals/ref_demo-3";
    private static final String NURSING = "/referrals/ref_demo-4";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void the_demo_clinic_is_in() {
        DemoForTests.play(application);
        readModels.awaitAll();
    }

    @Test
    void a_performer_accepts_schedules_and_reports_back_without_account_and_scripts() {
        String link = linkTo(TRANSPORT);
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            Page page = window.open(link).page();
            assertThat(page.getByText("Who it is you are told once you accept")).isVisible();
            window.isFine("link-asked");
            button(page, "Accept").click();
            button(page, "Propose this time").click();
            assertThat(page.getByText("You proposed")).isVisible();
            button(page, "It is scheduled").click();
            assertThat(page.getByText("Appointment Mon")).isVisible();
            window.isFine("link-scheduled");
            button(page, "The patient was seen").click();
            page.getByLabel("Your report").fill("Rides are arranged for three months");
            button(page, "Report back").click();
            assertThat(page.getByText("You reported back")).isVisible();
            window.isFine("link-reported");
        }
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            Page page = window.open(TRANSPORT).page();
            assertThat(page.locator(".words").getByText("Rides are arranged")).isVisible();
            assertThat(page.getByText("The performer itself").first()).isVisible();
            button(page, "I have read it: close the loop").click();
        }
        try (Window window = CHROMIUM.window(port, Window.Kind.ENLARGED)) {
            assertThat(window.open(link).page().getByText("Your report was read"))
                    .isVisible();
            window.isFineInFull("link-over");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void the_page_is_fine_before_and_the_maker_sees_the_link_once(Window.Kind kind) {
        String link = linkTo(NURSING);
        try (Window window = CHROMIUM.window(port, kind)) {
            window.open(link).isFine("link");
            assertThat(window.page().locator(".sections")).hasCount(0);
        }
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            Page page = window.open(NURSING).page();
            assertThat(page.getByText("Has a secure link until")).isVisible();
            button(page, "Make another link").click();
            window.isFine("link-issued");
        }
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            assertThat(window.page().navigate(home() + link).status())
                    .as("the one before")
                    .isEqualTo(401);
        }
    }

    @Test
    void a_link_taken_back_opens_nothing_and_shows_no_way_to_sign_in() {
        String link = linkTo(NURSING);
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            button(window.open(NURSING).page(), "Take the link back").click();
            assertThat(window.page().getByText("Has a secure link")).hasCount(0);
        }
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS)) {
            assertThat(window.page().navigate(home() + link).status()).isEqualTo(401);
            assertThat(window.page().getByText("This link does not work any more"))
                    .isVisible();
            window.picture("link-dead");
        }
    }

    @Test
    void the_store_and_the_read_models_know_a_link_by_its_hash_alone() {
        String secret = linkTo(NURSING).substring("/link/".length());
        readModels.awaitAll();
        assertThat(new Dump(db).of("referrals").toString()).doesNotContain(secret);
        assertThat(db.sql(
                                "select count(*) from store.event where position(:secret in convert_from(payload, 'UTF8')) > 0")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        readModels.assertRebuiltEqualsLive("referrals");
    }

    /** Has a coordinator make a link for whoever was asked first. */
    private String linkTo(String referral) {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn")) {
            Page page = window.open(referral).page();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Make (a secure|another) link")))
                    .first()
                    .click();
            return URI.create(page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true))
                            .inputValue())
                    .getPath();
        }
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
