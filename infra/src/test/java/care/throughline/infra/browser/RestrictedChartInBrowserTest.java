package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compliance restricts a chart, a coordinator breaks the glass, compliance reviews it and sees who looked. */
@PagesTest
class RestrictedChartInBrowserTest {

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
    void the_glass_is_broken_and_reviewed(Window.Kind kind) {
        String chart = "/patients/" + registered("774-" + kind, "Ashgrove" + kind);
        try (Window officer = CHROMIUM.window(port, kind).signedInAs("cleo.marsh");
                Window colleague = CHROMIUM.window(port, kind).signedInAs("sam.ortiz")) {
            Page chartOfOfficer = officer.open(chart).page();
            chartOfOfficer
                    .getByText("Restrict this chart to the care relationship")
                    .click();
            chartOfOfficer.getByLabel("Reason").fill("Works in our billing office");
            press(chartOfOfficer, "Restrict this chart");
            assertThat(chartOfOfficer.getByText("Only the care relationship opens it"))
                    .isVisible();
            assertThat(chartOfOfficer.getByText("by Cleo Marsh")).containsText("Works in our billing office");
            officer.isFine("chart-restricted");
            readModels.awaitAll();

            Page closed = colleague.page();
            closed.navigate("http://localhost:" + port + chart);
            assertThat(closed.getByText("This chart is restricted")).isVisible();
            assertThat(closed.getByText("Ashgrove")).hasCount(0);
            colleague.isFine("chart-closed");
            closed.getByLabel("Why").selectOption("PATIENT_ASKED");
            closed.getByLabel("What you need it for").fill("Her daughter asks for the visit's time");
            press(closed, "Break the glass for 60 minutes");
            assertThat(closed.getByText("You broke the glass.")).isVisible();
            colleague.isFine("glass-broken");
            press(closed, "I am done: close it now");
            readModels.awaitAll();

            Page review = officer.open("/restrictions").page();
            officer.isFine("glass-to-review");
            review.getByLabel("What you found").first().fill("Called back by the daughter, fits");
            press(review, "Record the review");
            assertThat(review.getByText("Called back by the daughter, fits").first())
                    .isVisible();
            officer.isFine("glass-reviewed");
        }
    }

    @Test
    void compliance_sees_who_opened_a_chart() {
        String chart = "/patients/" + registered("77450", "Ashgrovee");
        try (Window coordinator = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("nora.quinn");
                Window officer = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("cleo.marsh")) {
            coordinator.open(chart);
            readModels.awaitAll();
            Page page = officer.open(chart).page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who opened this chart"))
                    .click();
            assertThat(page.getByText("Nora Quinn").first()).isVisible();
            officer.isFine("accesses-of-patient");
            officer.open("/accesses").isFine("accesses");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private String registered(String number, String family) {
        String message = """
                MSH|^~\\&|RIVERADT|RVBND|CARECOORD|CLINIC|20260226131018||ADT^A04|%1$s|P|2.5.1
                EVN|A04|20260226131000
                PID|1||%1$s^^^RVBND^MR||%2$s^Wren||19480824|F
                PV1|1|E|ED^1^1^RVBND|E||||||EMD||||1|||||V%1$s|||||||||||||||||||||||||20260226112300
                """.formatted(number, family).strip().replace('\n', '\r');
        intake.take(reader, message.getBytes(StandardCharsets.ISO_8859_1), "system:mllp");
        readModels.awaitAll();
        return db.sql("select patient_id from patients.identifier where value = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
