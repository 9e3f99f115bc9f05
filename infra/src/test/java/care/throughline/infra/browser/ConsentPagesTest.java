package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator records a consent by keyboard, sees what it opens with its notice, and revokes it; then there is an emergency. */
@PagesTest
class ConsentPagesTest {

    private static final String PROGRAM = "Harbor Recovery Center";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void a_consent_is_recorded_used_and_revoked(Window.Kind kind) {
        String chart = "/patients/" + admitted("775-" + kind, "Lindqvist" + kind);
        try (Window coordinator = CHROMIUM.window(port, kind).signedInAs("sam.ortiz")) {
            Page page = coordinator.open(chart).page();
            assertThat(page.getByText(PROGRAM)).hasCount(0);
            press(page, AriaRole.LINK, "Consents");
            assertThat(page.getByText("There is no consent that you may know of."))
                    .isVisible();
            coordinator.isFine("consents-none");
            page.getByLabel("Where the signed form is").fill("Drawer 3; she says: yes, tell my doctor");
            press(page, AriaRole.BUTTON, "Record the consent");
            assertThat(page.getByText("in force")).isVisible();
            coordinator.isFine("consents-one");

            coordinator.open(chart);
            assertThat(page.getByText(PROGRAM).first()).isVisible();
            assertThat(page.getByText("42 CFR part 2 prohibits unauthorized use or disclosure"))
                    .isVisible();
            coordinator.isFine("chart-by-consent");

            coordinator.open(chart + "/consents");
            page.getByLabel("How it was revoked").fill("By letter of today");
            press(page, AriaRole.BUTTON, "Record the revocation");
            assertThat(page.getByText("There is no consent that you may know of."))
                    .isVisible();
            coordinator.open(chart);
            assertThat(page.getByText(PROGRAM)).hasCount(0);

            coordinator.open(chart + "/consents");
            page.getByLabel("What the emergency is").fill("Found unconscious, nobody else to ask");
            press(page, AriaRole.BUTTON, "Break the glass for 60 minutes");
            assertThat(page.getByText(PROGRAM).first()).isVisible();
            assertThat(page.getByText("in a medical emergency")).isVisible();
            coordinator.open(chart + "/consents");
            coordinator.isFine("consents-emergency");
            press(page, AriaRole.BUTTON, "I am done: close it now");
            readModels.awaitAll();
            coordinator.open(chart);
            assertThat(page.getByText(PROGRAM)).hasCount(0);
        }
    }

    private void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .press("Enter");
        readModels.awaitAll();
    }

    private String admitted(String number, String family) {
        String message = """
                MSH|^~\\&|HARBOR|HBREC|CARECOORD|CLINIC|20260227141018||ADT^A01|%1$s|P|2.5.1
                EVN|A01|20260227141000
                PID|1||%1$s^^^HBREC^MR||%2$s^Greta||19480824|F
                PV1|1|I|RES^2^A^HBREC|E||||||||||1|||||V%1$s|||||||||||||||||||||||||20260227112300
                """.formatted(number, family);
        intake.take(reader, message.strip().replace('\n', '\r').getBytes(StandardCharsets.ISO_8859_1), "system:mllp");
        readModels.awaitAll();
        return db.sql("select patient_id from patients.identifier where value = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
