package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.feed.EventLog;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/**
 * A referral to a substance use disorder program. Each channel gives the same verdict on it as on a stay in one: with consent
 * the team sees it, with the notice; a performer sees it only by a consent that names it; without one there is no trace.
 */
@ThroughlineTest
class LabelledReferralTest {

    private static final String COORDINATOR = "COORDINATOR";
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    private static final String WORDS = "Wants-to-stop-drinking";
    private static final String PROGRAM = "prf_harbor-program";

    /** Role and address of what shows it to whoever may see it; {@code #} is the patient. */
    private static final List<String> SHOWING = List.of(
            "COORDINATOR /referrals",
            "COORDINATOR /api/referrals",
            "COORDINATOR /referrals/#ref",
            "COORDINATOR /api/referrals/#ref",
            "COORDINATOR /patients/#",
            "COORDINATOR /api/patients/#/timeline?filter=all",
            "COORDINATOR /desk?filter=mine",
            "COORDINATOR /api/desk?filter=mine&size=200",
            "COORDINATOR /desk/lines/#ref",
            "SUPERVISOR /api/past/referrals?at=#head");

    /** What shows it by neither its words nor its id. */
    private static final List<String> QUIET =
            List.of("SUPERVISOR /past/referrals?at=#head", "SUPERVISOR /past/patients/#?at=#head");

    /** What the performer's own system is given. */
    private static final String TASKS = "PERFORMER /fhir/Task?patient=Patient/#fhir";

    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Autowired
    private EventLog log;

    private Looking looking;
    private String patient;
    private String referral;
    private String link;

    @BeforeEach
    void somebody_is_referred_to_a_program() throws Exception {
        looking = new Looking(application);
        people++;
        patient = Looking.discharged(application, "773509" + people, "LORRIMER" + "ABCDEFGHIJ".charAt(people));
        tell(COORDINATOR, "/api/patients/" + patient + "/take", "{}");
        referral = "ref_labelled-" + people;
        tell("SUPERVISOR", "/api/directory", """
                {"performer": "%s", "capacity": "OPEN", "details": {"name": "Harbor Program",
                 "specialty": "FOOD", "languages": ["en"], "zip": "01105", "phone": "413-555-0142"}}""".formatted(PROGRAM));
        tell(COORDINATOR, "/api/patients/" + patient + "/referrals", """
                {"referral": "%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE",
                 "reason": "%s", "keep": "PART2"}""".formatted(referral, WORDS));
        tell(COORDINATOR, "/api/referrals/" + referral + "/packet", "{\"item\":\"CONSENT_TO_SHARE\",\"present\":true}");
        tell(COORDINATOR, "/api/referrals/" + referral + "/send", "{\"performers\":[\"" + PROGRAM + "\"]}");
        String issued = tell(COORDINATOR, "/api/referrals/" + referral + "/performers/" + PROGRAM + "/link", "{}");
        link = issued.replaceAll(".*(/link/[A-Za-z0-9_-]{43}).*", "$1");
    }

    @AfterEach
    void nothing_stays_open() throws Exception {
        for (String consent : db.sql(
                        "select consent_id from segments.consent where patient_id = ? and revoked_at is null")
                .param(patient)
                .query(String.class)
                .list()) {
            tell(
                    COORDINATOR,
                    "/api/patients/" + patient + "/consents/" + consent + "/revoke",
                    "{\"words\":\"the test is over\"}");
        }
    }

    @Test
    void without_consent_no_channel_shows_a_trace_of_it() throws Exception {
        for (String view : SHOWING) {
            assertThat(tells(ask(view))).as(view).isFalse();
        }
        for (String view : QUIET) {
            assertThat(tells(ask(view))).as(view).isFalse();
        }
        assertThat(tells(ask(TASKS))).isFalse();
        assertThat(ask("PERFORMER " + link).getStatus()).isEqualTo(404);
    }

    @Test
    void with_consent_the_team_sees_it_with_the_notice_on_every_channel_and_the_performer_does_not() throws Exception {
        consent("\"recipient\":\"TREATING_TEAM\"");
        for (String view : SHOWING) {
            MockHttpServletResponse answer = ask(view);
            assertThat(answer.getStatus()).as(view).isEqualTo(200);
            assertThat(tells(answer)).as(view).isTrue();
            assertThat(answer.getHeader("Throughline-Notice")).as(view).startsWith(NOTICE);
        }
        assertThat(tells(ask(TASKS))).isFalse();
        assertThat(ask("PERFORMER " + link).getStatus()).isEqualTo(404);
    }

    @Test
    void a_consent_that_names_one_performer_opens_it_to_that_one_and_to_nobody_else() throws Exception {
        consent("\"recipient\":\"PERFORMER\",\"performer\":\"prf_somebody-else\"");
        assertThat(tells(ask(TASKS))).isFalse();
        consent("\"recipient\":\"PERFORMER\",\"performer\":\"" + PROGRAM + "\"");
        MockHttpServletResponse tasks = ask(TASKS);
        assertThat(tells(tasks)).isTrue();
        assertThat(tasks.getHeader("Throughline-Notice")).startsWith(NOTICE);
        MockHttpServletResponse page = ask("PERFORMER " + link);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains(WORDS, NOTICE);
        for (String view : SHOWING) {
            assertThat(tells(ask(view))).as(view).isFalse();
        }
    }

    @Test
    void what_a_payer_is_asked_for_it_is_shown_to_whom_it_is_shown_and_never_sent_away() throws Exception {
        String permission = referral.replace("ref_", "aut_");
        tell(COORDINATOR, "/api/referrals/" + referral + "/authorizations", """
                {"authorization": "%s", "service": "%s", "payer": "Acme Health", "program": "COMMERCIAL",
                 "priority": "STANDARD"}""".formatted(permission, WORDS));
        List<String> views = List.of(
                "COORDINATOR /authorizations",
                "COORDINATOR /api/authorizations",
                "COORDINATOR /authorizations/" + permission,
                "COORDINATOR /api/authorizations/" + permission,
                "COORDINATOR /api/patients/#/authorizations",
                "COORDINATOR /patients/#",
                "COORDINATOR /api/patients/#/timeline?filter=all",
                "COORDINATOR /api/desk?filter=mine&size=200");
        for (String view : views) {
            MockHttpServletResponse answer = ask(view);
            assertThat(answer.getStatus() == 404 || !answer.getContentAsString().contains(permission))
                    .as(view)
                    .isTrue();
            assertThat(answer.getContentAsString()).as(view).doesNotContain(WORDS);
        }
        consent("\"recipient\":\"TREATING_TEAM\"");
        for (String view : views) {
            assertThat(ask(view).getContentAsString()).as(view).containsAnyOf(permission, WORDS);
        }
        assertThat(ask("COORDINATOR /api/authorizations/" + permission + "/dossier")
                        .getContentAsString())
                .contains("\"chapters\"")
                .doesNotContain(WORDS);
        assertThat(PdfText.of(ask("COORDINATOR /authorizations/" + permission + "/dossier.pdf")))
                .as("it is about the program all the same")
                .contains("Evidence dossier", NOTICE)
                .doesNotContain(WORDS);
    }

    @Test
    void each_of_its_events_carries_the_label() {
        assertThat(log.read(0, 100_000))
                .filteredOn(event ->
                        event.payload().contains(referral) && event.name().startsWith("referral."))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(
                        event -> assertThat(event.metadata()).as(event.name()).containsEntry("labels", "PART2"));
    }

    @Test
    void a_referral_that_nobody_labelled_is_protected_as_a_whole_once_it_is_sent_to_a_program() throws Exception {
        tell("SUPERVISOR", "/api/directory", """
                {"performer": "prf_harbor-detox", "capacity": "OPEN", "details": {"name": "Harbor Detox", "specialty": "FOOD",
                 "languages": ["en"], "zip": "01105", "phone": "413-555-0142", "part2Program": true}}""");
        referral = "ref_plain-" + people;
        String permission = referral.replace("ref_", "aut_");
        tell(COORDINATOR, "/api/patients/" + patient + "/referrals", """
                {"referral": "%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE", "reason": "%s"}""".formatted(referral, WORDS));
        tell(COORDINATOR, "/api/referrals/" + referral + "/authorizations", """
                {"authorization": "%s", "service": "%s", "payer": "Acme Health", "program": "COMMERCIAL",
                 "priority": "STANDARD"}""".formatted(permission, WORDS));
        tell(COORDINATOR, "/api/referrals/" + referral + "/packet", "{\"item\":\"CONSENT_TO_SHARE\",\"present\":true}");
        assertThat(tells(ask("COORDINATOR /patients/#"))).as("before").isTrue();

        tell(COORDINATOR, "/api/referrals/" + referral + "/send", "{\"performers\":[\"prf_harbor-detox\"]}");
        for (String view : SHOWING) {
            MockHttpServletResponse answer = ask(view);
            assertThat(tells(answer)).as(view).isFalse();
            assertThat(answer.getContentAsString()).as(view).doesNotContain(permission);
        }
        consent("\"recipient\":\"TREATING_TEAM\"");
        for (String view : SHOWING) {
            assertThat(tells(ask(view))).as(view).isTrue();
        }
        readModels.assertRebuiltEqualsLive("segments");
    }

    private boolean tells(MockHttpServletResponse answer) throws Exception {
        String body = answer.getContentAsString();
        if (answer.getStatus() == 404) {
            return body.contains(WORDS); // it may say what was asked for
        }
        return body.contains(WORDS) || body.contains(referral) || body.contains(referral.replace('_', '-'));
    }

    private void consent(String recipient) throws Exception {
        tell(COORDINATOR, "/api/patients/" + patient + "/consents", """
                {"covers":"PART2","purposes":["TREAT"],%s,"signedOn":"2026-03-01","form":"drawer 3"}""".formatted(recipient));
    }

    private String tell(String role, String path, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account(role),
                role,
                post(path).contentType(MediaType.APPLICATION_JSON).content(json));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        readModels.awaitAll();
        return answer.getContentAsString();
    }

    private MockHttpServletResponse ask(String view) throws Exception {
        String role = view.substring(0, view.indexOf(' '));
        String head = Long.toString(log.head());
        readModels.awaitAll();
        String path = view.substring(view.indexOf(' ') + 1)
                .replace("#ref", referral)
                .replace("#head", head)
                .replace("#fhir", patient.replace('_', '-'))
                .replace("#", patient);
        return looking.look(account(role), role, get(path));
    }

    private static String account(String role) {
        return switch (role) {
            case COORDINATOR -> "sam.ortiz";
            case "SUPERVISOR" -> "ada.boateng";
            default -> PROGRAM;
        };
    }
}
