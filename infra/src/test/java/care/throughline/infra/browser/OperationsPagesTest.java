package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.infra.testing.Eventually;
import care.throughline.query.Operations;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PagesTest
class OperationsPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    @Qualifier("processors") private SmartLifecycle processors;

    @Autowired
    private Operations operations;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

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

    /** The events were restored, the read model was not; an operator sees it and heals it with one button. */
    @Test
    void what_is_ahead_of_the_store_is_healed_by_one_button() {
        processors.stop();
        transaction.executeWithoutResult(status -> db.sql("""
                update processing.position set position = position + 40, owner = null where processor = 'intake_log'
                """).update());
        processors.start();
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Locator alert = window.open("/operations").page().getByRole(AriaRole.ALERT);
            assertThat(alert).containsText("the store does not hold");
            assertThat(window.page().getByText("40 events ahead of the store")).isVisible();
            window.isFine("operations-ahead");
            window.page()
                    .getByRole(AriaRole.BUTTON, button("Heal what is ahead of the store"))
                    .click();
            Eventually.holds(
                    "it is healed",
                    () -> operations.processors().stream().allMatch(processor -> processor.aheadEvents() == 0));
            assertThat(window.open("/operations").page().getByRole(AriaRole.ALERT))
                    .hasCount(0);
            window.isFine("operations-healed");
        }
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
