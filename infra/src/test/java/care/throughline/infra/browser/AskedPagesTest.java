package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.intake.MllpSender;
import care.throughline.infra.intake.MllpServer;
import care.throughline.infra.referrals.Asking;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What others ask of us, and what others could not be told, as coordinators see it. */
@PagesTest
class AskedPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private MllpServer listener;

    @Autowired
    @Qualifier("writers") private DataSource writers;

    @LocalServerPort
    private int port;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String practice = "prf_asking-" + number;

    @BeforeEach
    void a_practice_asks_us() throws Exception {
        Asking desk = new Asking(application);
        desk.house();
        desk.foodBank(practice.substring(4));
        desk.reached(practice, "HL7", "localhost:1");
        try (MllpSender sender = new MllpSender(listener.port())) {
            assertThat(MllpSender.code(sender.send(order().getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("AA");
        }
    }

    @AfterEach
    void nothing_waits_to_be_sent() {
        JdbcClient.create(writers)
                .sql("delete from command.outbox where performer = ?")
                .param(practice)
                .update();
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.Kind.class,
            names = {"WIDE", "DARK", "ENLARGED"})
    void what_is_asked_of_us_is_fine_where_it_stands(Window.Kind kind) throws Exception {
        String referral = asked();
        stuck(referral);
        try (Window window = CHROMIUM.window(port, kind).signedInAs("nora.quinn")) {
            window.open("/referrals/" + referral).isFine("referral-asked-of-us");
            Page page = window.open("/desk?filter=unassigned").page();
            assertThat(page.locator("#untold-title")).isVisible();
            window.isFine("desk-not-told");
        }
    }

    @Test
    void it_is_accepted_by_keyboard_without_scripts() throws Exception {
        String referral = asked();
        try (Window window = CHROMIUM.window(port, Window.Kind.SCRIPTLESS).signedInAs("nora.quinn")) {
            Page page = window.open("/referrals/" + referral).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("We accept"))
                    .first()
                    .press("Enter");
            assertThat(page.locator("main")).containsText("Accepted");
            window.isFine("referral-accepted-by-us");
        }
    }

    private String asked() throws Exception {
        for (JsonNode one : new Asking(application).board()) {
            if (one.path("askedBy").asString("").equals(practice)) {
                return one.path("referral").asString();
            }
        }
        throw new AssertionError("nothing of " + practice + " is on the board");
    }

    /** As if what we told them had been refused. */
    private void stuck(String referral) {
        JdbcClient.create(writers)
                .sql("""
                insert into command.outbox (event, effect, control_id, position, referral, patient, performer, state, answer, tries)
                values (:id, 'REQUEST', :id, 1, :referral, 'pat_shown', :performer, 'REFUSED', 'AR', 1)
                """)
                .param("id", "TL" + number)
                .param("referral", referral)
                .param("performer", practice)
                .update();
    }

    private String order() {
        return "MSH|^~\\&|PANTRY|" + practice + "|THROUGHLINE|THROUGHLINE|20260302090000-0500||OMG^O19^OMG_O19|"
                + number
                + "|P|2.5.1\rPID|1||M-" + number + "^^^PRACTICE^MR||Abernathy^Ruth||19490315|F\rORC|NW|" + number
                + "^PRACTICE\rTQ1|1||||||||A\rOBR|1|" + number
                + "^PRACTICE||57133-1^Referral note^LN|||||||||Heart murmur\r";
    }
}
