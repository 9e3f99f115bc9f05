package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.demo.DemoForTests;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ThroughlineTest
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
}
