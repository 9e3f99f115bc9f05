package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.Discharges.Discharged;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An event that the desk's table does not take, as an operator meets it. */
@PagesTest
class DeadLettersInBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Discharges discharges;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    @AfterEach
    void the_table_takes_everything_again() {
        heal();
    }

    @Test
    void it_is_retried_when_its_cause_is_gone_and_then_everything_behind_it_is_there() {
        poison();
        Discharged home = discharges.home("Poisoned");
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Page page = window.open("/operations").isFine("operations-stuck").page();
            assertThat(page.locator(".person").first()).containsText("transition.Opened");
            assertThat(page.locator(".person").first()).containsText("tried 1 time");
            assertThat(page.locator(".person").nth(1)).containsText("Waits behind an earlier event");

            retry(page).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It failed again");
            assertThat(page.locator(".person").first()).containsText("tried 2 times");

            heal();
            retry(page).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It worked this time");
            assertThat(page.locator(".person")).hasCount(0);
        }
        assertThat(lines(home)).isEqualTo(1);
    }

    @Test
    void given_up_it_is_missing_until_the_read_model_is_built_anew() {
        poison();
        Discharged home = discharges.home("Givenup");
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("olga.stein")) {
            Page page = window.open("/operations").page();
            while (page.locator(".person").count() > 0) {
                Locator letter = page.locator(".person").last();
                letter.getByText("Give it up").press("Enter");
                letter.getByLabel("Reason, without names").fill("the table is being repaired");
                letter.getByText("Discard").press("Enter");
            }
            assertThat(page.locator("main")).containsText("No event is stuck.");
            assertThat(lines(home)).isZero();
        }
        heal();
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("olga.stein")) {
            Locator rebuild = window.open("/operations")
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rebuild desk"));
            rebuild.click();
            assertThat(rebuild).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        }
        assertThat(lines(home)).isEqualTo(1);
    }

    private void poison() {
        alter("add constraint poison check (facility <> 'STCLR') not valid");
    }

    private void heal() {
        alter("drop constraint if exists poison");
    }

    private void alter(String how) {
        transaction.executeWithoutResult(
                status -> db.sql("alter table desk.work_item " + how).update());
    }

    private static Locator retry(Page page) {
        return page.locator(".person").first().getByText("Retry");
    }

    private int lines(Discharged home) {
        return db.sql("select count(*) from desk.work_item where item_id = ?")
                .param(home.transition().value())
                .query(Integer.class)
                .single();
    }
}
