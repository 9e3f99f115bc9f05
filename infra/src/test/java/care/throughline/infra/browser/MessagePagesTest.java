package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.intake.FeedForTests;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PagesTest
class MessagePagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void the_feed_is_in() {
        clock.set(FeedForTests.AFTERWARDS);
        FeedForTests.play(application);
    }

    @Test
    void a_message_that_waits_is_corrected_and_applied() {
        intake.take(reader, waiting(), "system:mllp");
        readModels.awaitAll();
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("ines.vogel")) {
            Page page = window.open("/intake?show=WAITING").page();
            page.locator("tr", new Page.LocatorOptions().setHasText("WAITS1"))
                    .getByRole(AriaRole.LINK)
                    .click();
            Locator text = page.getByLabel("Correct it here");
            text.fill(text.inputValue().replace("PID|1||||", "PID|1||0099001^^^STCLR^MR||"));
            page.getByRole(AriaRole.BUTTON, button("Correct and apply")).click();
            assertThat(page.getByText("Corrected 1 time")).isVisible();
            assertThat(page.locator("main")).containsText("stay.Admitted");
            window.picture("message-corrected");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void a_supervisor_looks_at_messages(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("ada.boateng")) {
            window.open("/intake?show=WAITING").isFine("messages-waiting");
            window.open("/intake?show=ALL").isFine("messages");
            Page page = window.page();
            page.locator("tbody a").first().click();
            window.isFine("message");
            window.open("/intake?show=WAITING");
            page.locator("tbody a").first().click();
            assertThat(page.getByLabel("Correct it here")).isVisible();
            window.isFine("message-waiting");
        }
    }

    @Test
    void compliance_reads_a_message_and_changes_nothing_and_an_operator_does_not_read_it() {
        intake.take(reader, waiting(), "system:mllp");
        readModels.awaitAll();
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("cleo.marsh")) {
            Page page = window.open("/intake?show=ALL").page();
            page.locator("tbody a").first().click();
            assertThat(page.getByLabel("Text of the message")).containsText("PID|");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Discard"))).hasCount(0);
            window.isFine("message-read-only");
        }
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Page page = window.open("/intake?show=ALL").page();
            page.locator("tbody a").first().click();
            assertThat(page.locator("main")).containsText("not read them: they are about patients");
            assertThat(page.locator("main")).not().containsText("PID|");
            window.isFine("message-closed");
        }
    }

    private static byte[] waiting() {
        return ("MSH|^~\\&|ADMIT3|STCLR|||20261119100000||ADT^A01|WAITS1|P|2.3\rEVN|A01|20261119100000\r"
                        + "PID|1||||Waiter^Wanda\rPV1|1|I|||||||||||||||||W1\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
