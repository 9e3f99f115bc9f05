package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PagesTest
class OutboxPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    @Qualifier("writers") private DataSource writers;

    @LocalServerPort
    private int port;

    private final String control =
            "TL" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);

    @BeforeEach
    void one_is_refused_and_one_was_sent() {
        put("REFUSED", "AR", control);
        put("SENT", "AA", control.replace("TL", "TS"));
    }

    @AfterEach
    void they_are_gone() {
        JdbcClient.create(writers)
                .sql("delete from command.outbox where patient = 'pat_shown'")
                .update();
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void an_operator_sees_what_waits_and_what_was_sent(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("olga.stein")) {
            Page page = window.open("/operations/outbox").isFine("outbox").page();
            assertThat(page.getByText("refused: rejected (AR)").first()).isVisible();
        }
    }

    @Test
    void it_is_given_up_with_a_reason_without_scripts() {
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("olga.stein")) {
            Page page = window.open("/operations/outbox").page();
            var line = page.locator(".person")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(control));
            line.getByText("Give it up").click();
            line.getByLabel("Reason, without names").fill("Told by phone");
            line.getByRole(AriaRole.BUTTON)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Give up"))
                    .click();
            assertThat(page.locator("tbody tr").first()).containsText("given up by olga.stein: Told by phone");
            window.isFine("outbox-given-up");
        }
    }

    private void put(String state, String answer, String id) {
        JdbcClient.create(writers)
                .sql("""
                insert into command.outbox (event, effect, control_id, position, referral, patient, performer, state, answer,
                    tries, settled_at)
                values (:id, 'REQUEST', :id, 1, 'ref_shown', 'pat_shown', 'prf_riverside', :state, :answer, 1,
                    case when :state = 'SENT' then now() end)
                """)
                .param("id", id)
                .param("state", state)
                .param("answer", answer)
                .update();
    }
}
