package care.throughline.infra.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand;
import care.throughline.events.PatientId;
import care.throughline.infra.database.Database;
import care.throughline.infra.ledger.LostEvents;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.query.feed.EventLog;
import care.throughline.query.ledger.Ledger;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PagesTest
class LedgerPagesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Commands commands;

    @Autowired
    private EventLog log;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private Database database;

    @Autowired
    private ApplicationContext application;

    @LocalServerPort
    private int port;

    private final PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
    private long position;

    @BeforeEach
    void something_is_signed() {
        commands.send(new PatientCommand.Register(patient, Instant.parse("2026-02-20T14:00:00Z")));
        position = log.head();
        readModels.awaitAll();
        Eventually.holds(
                "a checkpoint covers " + position, () -> ledger.proof(position).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void compliance_sees_how_the_ledger_stands_and_how_an_event_is_proven(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("cleo.marsh")) {
            window.open("/ledger").isFine("ledger");
            assertThat(window.page().getByText("Newest checkpoint")).isVisible();
            window.open("/patients/" + patient.value() + "/events/" + position);
            window.page().getByRole(AriaRole.LINK, named("Prove this")).click();
            assertThat(window.page().locator("pre")).containsText("c2sp.org/tlog-proof@v1");
            window.isFine("ledger-proof");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "DARK"})
    void an_alteration_planted_in_the_database_is_shown(Window.Kind kind) {
        try (Window window = CHROMIUM.window(port, kind).signedInAs("cleo.marsh")) {
            Page page = compare(window);
            assertThat(page.getByText("Every event is the one that was hashed")).isVisible();
            window.isFine("ledger-compared");
            try {
                behindItsBack("update store.event set payload = payload || ' '::bytea where position = " + position);
                assertThat(compare(window).getByText("the event at position " + position + " is not the one"))
                        .isVisible();
                window.isFine("ledger-altered");
            } finally {
                behindItsBack(
                        "update store.event set payload = substring(payload for octet_length(payload) - 1) where position = "
                                + position);
            }
        }
        Eventually.holds("the ledger goes on", () -> ledger.state().contradiction() == null);
    }

    /** The file of checkpoints, which lies apart, knows more than the database does after a restore. */
    @Test
    void after_a_restore_compliance_begins_a_new_log_by_a_form() {
        LostEvents.signedThenLost(application);
        Eventually.holds("the ledger refuses", () -> ledger.state().contradiction() != null);
        try (Window window = CHROMIUM.window(port, Window.Kind.WIDE).signedInAs("cleo.marsh")) {
            Page page = window.open("/ledger").page();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The ledger does not go on.");
            page.getByText("The whole database was restored to an earlier moment")
                    .click();
            page.getByLabel("Why it was restored").selectOption("DRILL");
            window.isFine("ledger-restored");
            page.getByRole(AriaRole.BUTTON, named("Begin a new log")).click();
            Eventually.holds("the new log goes on", () -> ledger.state().contradiction() == null);
            window.open("/ledger").isFine("ledger-begun");
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
            assertThat(page.locator(".facts").getByText(LostEvents.origin(application)))
                    .isVisible();
        }
        Assertions.assertThat(ledger.verify(0, log.head()).holds()).isTrue();
    }

    private Page compare(Window window) {
        Page page = window.open("/ledger").page();
        page.getByLabel("From position").first().fill(Long.toString(position));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                .click();
        return page;
    }

    private void behindItsBack(String sql) {
        PGSimpleDataSource owner = (PGSimpleDataSource) database.owner();
        owner.setOptions("-c session_replication_role=replica");
        JdbcClient.create(owner).sql(sql).update();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
