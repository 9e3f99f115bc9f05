package care.throughline.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.events.PatientId;
import care.throughline.infra.sealing.Vault;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Texts of messages that are due are let go of by two people's word, and nobody reads them again; held ones stay. */
@ThroughlineTest
class RetentionIsCarriedOutTest {

    private static int runs;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Intake intake;

    @Autowired
    private AdtReader reader;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private Vault vault;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    private MockMvc http;
    private String run;

    @BeforeEach
    void application() {
        run = "ret_test" + ++runs;
        FilterRegistrationBean<?> accesses = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(accesses.getFilter()))
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void time_goes_back() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @Test
    void texts_that_are_due_go_by_two_peoples_word_and_held_and_newer_ones_stay() throws Exception {
        clock.set(Instant.parse("2021-02-26T15:00:00Z"));
        Answered.Applied old = told("20210226", "44110001", "ELDERFLOWERA");
        Answered.Applied held = told("20210226", "44110002", "ELDERFLOWERB");
        clock.set(Instant.parse("2025-02-26T15:00:00Z"));
        Answered.Applied recent = told("20250226", "44110003", "ELDERFLOWERC");
        clock.set(TestClock.MONDAY_MORNING);
        ask("/api/patients/" + person(held) + "/erasure/hold", "cleo.marsh", "{\"reason\":\"a claim\"}");
        readModels.awaitAll();
        assertThat(text(old)).contains("W^550^B");

        ask("/api/retention", "cleo.marsh", "{\"run\":\"" + run + "\",\"recordClass\":\"MESSAGE\"}");
        readModels.awaitAll();
        assertThat(page()).contains("Approve: the texts are gone for good");
        assertThat(ask("/api/retention/" + run + "/approve", "cleo.marsh", "{}"))
                .contains("second-person-needed");
        ask("/api/retention/" + run + "/approve", "ruth.adler", "{}");
        awaitCompletion();

        assertThat(vault.areForgotten(List.of(old.message().value()))).isTrue();
        assertThat(vault.areForgotten(List.of(held.message().value()))).isFalse();
        assertThat(vault.areForgotten(List.of(recent.message().value()))).isFalse();
        assertThat(text(old)).doesNotContain("W^550^B").contains("The text was forgotten");
        assertThat(text(held)).contains("W^550^B");
        assertThat(ask("GET /api/retention", "cleo.marsh", ""))
                .contains("\"run\":\"" + run + "\"", "COMPLETED", "cleo.marsh", "ruth.adler");
        assertThat(db.sql("select held from erasure.run where run_id = ?")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(1);
        assertThat(page()).contains("completed").doesNotContain("Approve: the texts are gone for good");
        assertThat(person(old)).as("what the message told stays").isNotNull();
        readModels.assertRebuiltEqualsLive("erasure");
        readModels.assertRebuiltEqualsLive("intake_log");
    }

    @Test
    void a_message_set_aside_for_too_long_is_discarded_and_let_go() throws Exception {
        clock.set(Instant.parse("2025-06-01T15:00:00Z"));
        byte[] unreadable = message("20250601", "44110004", "ELDERFLOWERD", "NOWHERE");
        intake.take(reader, unreadable, "system:mllp");
        readModels.awaitAll();
        String message = db.sql("select message_id from intake_log.message where waiting_since is not null"
                        + " and control_id = 'R44110004'")
                .query(String.class)
                .single();
        clock.set(TestClock.MONDAY_MORNING);

        ask("/api/retention", "cleo.marsh", "{\"run\":\"" + run + "\",\"recordClass\":\"MESSAGE_ASIDE\"}");
        ask("/api/retention/" + run + "/approve", "ruth.adler", "{}");
        awaitCompletion();

        assertThat(vault.areForgotten(List.of(message))).isTrue();
        assertThat(db.sql("select status from intake_log.message where message_id = ? and erased")
                        .param(message)
                        .query(String.class)
                        .single())
                .isEqualTo("DISCARDED");
    }

    private void awaitCompletion() {
        Eventually.holds(
                "the run is completed",
                () -> db.sql("select count(*) from erasure.run where run_id = ? and state = 'COMPLETED'")
                                .param(run)
                                .query(Integer.class)
                                .single()
                        == 1);
        readModels.awaitAll();
        Eventually.holds(
                "the keys are destroyed",
                () -> vault.areForgotten(
                        db.sql("select message_id from intake_log.message where erased and received_at < '2025-12-01'")
                                .query(String.class)
                                .list()));
    }

    private Answered.Applied told(String day, String number, String family) {
        return (Answered.Applied) intake.take(reader, message(day, number, family, "RVBND"), "system:mllp");
    }

    private static byte[] message(String day, String number, String family, String facility) {
        return ("MSH|^~\\&|RIVERADT|" + facility + "|CARECOORD|CLINIC|" + day + "131018||ADT^A01|R" + number
                        + "|P|2.5.1\rEVN|A01|" + day + "131000\rPID|1||" + number + "^^^" + facility + "^MR||" + family
                        + "^WREN||19480824|F\rPV1|1|I|4W^550^B^RVBND|E||||||MED||||1|||||V" + number
                        + "|||||||||||||||||01||||||||" + day + "112300\r")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PatientId person(Answered.Applied told) {
        return told.patients().iterator().next();
    }

    private String text(Answered.Applied told) throws Exception {
        return http.perform(get("/intake/" + told.message().value())
                        .accept(MediaType.TEXT_HTML)
                        .with(user("ada.boateng").roles("SUPERVISOR")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page() throws Exception {
        return http.perform(get("/erasures")
                        .accept(MediaType.TEXT_HTML)
                        .with(user("ruth.adler").roles("COMPLIANCE")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String ask(String address, String who, String body) throws Exception {
        var request = address.startsWith("GET ") ? get(address.substring(4)) : post(address);
        return http.perform(request.contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .accept(MediaType.APPLICATION_JSON)
                        .with(csrf())
                        .with(user(who).roles("COMPLIANCE")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
