package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class OperationsPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "ENLARGED", "SCRIPTLESS"})
    void an_operator_sees_how_far_everything_is(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("olga.stein")) {
            window.open("/operations").isFine("operations");
        }
    }

    @Test
    void a_rebuild_by_one_button_shows_its_progress_until_it_is_over() {
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Locator rebuild =
                    window.open("/operations").page().getByRole(AriaRole.BUTTON, button("Rebuild intake_log"));
            rebuild.click();
            window.picture("operations-rebuilding");
            assertThat(rebuild).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(window.page().locator("progress")).hasCount(0);
        }
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
