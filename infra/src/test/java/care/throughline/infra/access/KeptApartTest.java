package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A note that its author keeps apart: that it was written may be seen by everybody who sees the person, its words not. */
@ThroughlineTest
class KeptApartTest {

    private static final String WORDS = "she-hears-her-late-husband";
    private static final String COORDINATOR = "COORDINATOR";
    private static final String COMPLIANCE = "COMPLIANCE";
    private static final String SUPERVISOR = "SUPERVISOR";
    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    private Looking looking;
    private String patient;

    @BeforeEach
    void somebody_went_home() {
        looking = new Looking(application);
        people++;
        patient = Looking.discharged(application, "773207" + people, "TREVANION" + "ABCDEFGHIJ".charAt(people));
    }

    @Test
    void a_psychotherapy_note_is_read_by_who_wrote_it_and_by_nobody_else_on_any_channel() throws Exception {
        write("nora.quinn", "PSYCHOTHERAPY");
        for (String view : views()) {
            assertThat(ask("nora.quinn", COORDINATOR, view)).as(view).contains(WORDS);
            assertThat(ask("sam.ortiz", COORDINATOR, view))
                    .as(view)
                    .doesNotContain(WORDS)
                    .contains("the note is kept apart");
            assertThat(ask("cleo.marsh", COMPLIANCE, view)).as(view).doesNotContain(WORDS);
        }
        for (String view : List.of("/past/patients/" + patient, "/api/past/patients/" + patient)) {
            assertThat(ask("ada.boateng", SUPERVISOR, view)).as(view).doesNotContain(WORDS);
        }
        for (String view : audits()) {
            assertThat(ask("cleo.marsh", COMPLIANCE, view)).as(view).doesNotContain(WORDS);
        }
        assertThat(ask("ivan.petrov", "ANALYST", "/api/feed")).doesNotContain(WORDS);
    }

    @Test
    void the_full_event_of_a_note_kept_apart_is_opened_for_its_author_alone() throws Exception {
        write("nora.quinn", "PSYCHOTHERAPY");
        String event = "/patients/" + patient + "/events/" + position();
        assertThat(ask("nora.quinn", COORDINATOR, event)).contains(WORDS);
        assertThat(ask("sam.ortiz", COORDINATOR, event)).doesNotContain(WORDS);
    }

    @Test
    void an_authorization_opens_it_and_its_revocation_closes_it() throws Exception {
        write("nora.quinn", "PSYCHOTHERAPY");
        String chart = "/patients/" + patient;
        tell("sam.ortiz", "consents", """
                {"covers":"PSYCHOTHERAPY","purposes":["TREAT"],"recipient":"ORGANISATION","signedOn":"2026-03-01",
                 "form":"drawer 4"}
                """);
        assertThat(ask("sam.ortiz", COORDINATOR, chart)).contains(WORDS);
        String consent = db.sql("select consent_id from segments.consent where patient_id = ?")
                .param(patient)
                .query(String.class)
                .single();
        tell("sam.ortiz", "consents/" + consent + "/revoke", "{\"words\":\"by phone\"}");
        assertThat(ask("sam.ortiz", COORDINATOR, chart)).doesNotContain(WORDS);
    }

    @Test
    void what_a_caregiver_said_opens_to_whoever_is_accountable_and_to_compliance() throws Exception {
        write("nora.quinn", "CAREGIVER");
        String chart = "/patients/" + patient;
        assertThat(ask("sam.ortiz", COORDINATOR, chart)).doesNotContain(WORDS);
        assertThat(ask("cleo.marsh", COMPLIANCE, chart)).contains(WORDS);
        tell("sam.ortiz", "take", "{}");
        assertThat(ask("sam.ortiz", COORDINATOR, chart)).contains(WORDS);
    }

    @Test
    void a_note_for_the_team_is_read_by_the_team() throws Exception {
        write("nora.quinn", "");
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient)).contains(WORDS);
    }

    private List<String> views() {
        return List.of(
                "/patients/" + patient,
                "/patients/" + patient + "?show=ALL",
                "/api/patients/" + patient + "/timeline?filter=all");
    }

    private List<String> audits() {
        return List.of(
                "/audit?patient=" + patient,
                "/audit/events/" + position(),
                "/api/audit/events?patient=" + patient,
                "/api/audit/export?format=csv&patient=" + patient,
                "/api/audit/export?format=ndjson&patient=" + patient,
                "/api/audit/export?format=fhir&patient=" + patient);
    }

    private long position() {
        return db.sql("select max(position) from timeline.entry where patient_id = ? and quote = ?")
                .param(patient)
                .param(WORDS)
                .query(Long.class)
                .single();
    }

    private void write(String account, String keep) throws Exception {
        String item = db.sql("select item_id from desk.work_item where person_id = ?")
                .param(patient)
                .query(String.class)
                .single();
        MockHttpServletResponse answer = looking.look(
                account,
                COORDINATOR,
                post("/api/transitions/" + item + "/outreach")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("outcome=NO_ANSWER&channel=PHONE&minutes=5&note=" + WORDS + "&keep=" + keep));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 303);
        readModels.awaitAll();
    }

    private void tell(String account, String what, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account,
                COORDINATOR,
                post("/api/patients/" + patient + "/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        readModels.awaitAll();
    }

    private String ask(String account, String role, String path) throws Exception {
        return looking.look(account, role, get(path)).getContentAsString();
    }
}
