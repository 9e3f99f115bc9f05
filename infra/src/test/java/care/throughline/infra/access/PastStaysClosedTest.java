package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A look into the past or into the audit shows nothing that the page of now would not show: nobody erased, no closed chart. */
@ThroughlineTest
class PastStaysClosedTest {

    /** What else tells of the person what somebody typed. */
    private static final List<String> TYPED = List.of(
            "/patients/#/disclosures",
            "/api/patients/#/disclosures",
            "/fhir/AuditEvent?patient=#",
            "/audit",
            "/api/investigations");

    /** Pages and answers about the past, {@code #} the patient and {@code @} the position. */
    private static final List<String> PAST = List.of(
            "/past/patients/#?at=@",
            "/past/patients/#?at=@&with=@",
            "/api/past/patients/#?at=@",
            "/past/desk?coordinator=nora.quinn&filter=mine&at=@",
            "/api/past/desk?coordinator=nora.quinn&filter=all&at=@",
            "/past/transitions?at=@",
            "/api/past/transitions?at=@",
            "/past/referrals?coordinator=nora.quinn&at=@",
            "/api/past/referrals?coordinator=nora.quinn&at=@");

    private static final List<String> AUDIT = List.of(
            "/audit?patient=#",
            "/audit/events/@",
            "/api/audit/events?patient=#&size=500",
            "/api/audit/events/@",
            "/api/audit/export?format=csv&patient=#",
            "/api/audit/export?format=ndjson&patient=#",
            "/api/audit/export?format=fhir&patient=#");

    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MeterRegistry meters;

    private Looking looking;
    private String name;
    private String written;
    private String patient;
    private long position;

    @BeforeEach
    void somebody_has_work_and_a_referral() throws Exception {
        looking = new Looking(application);
        people++;
        written = "Ottersplashes" + "ABCDEFGHIJ".charAt(people);
        name = "OTTERBOURNE" + "ABCDEFGHIJ".charAt(people);
        patient = Looking.discharged(application, "885005" + people, name);
        tell("ada.boateng", "SUPERVISOR", "coordinator", "{\"coordinator\":\"nora.quinn\"}");
        tell(
                "nora.quinn",
                "COORDINATOR",
                "referrals",
                "{\"kind\":\"SERVICE\",\"specialty\":\"FOOD\",\"urgency\":\"ROUTINE\",\"reason\":\"" + written + "\"}");
        tell(
                "nora.quinn",
                "COORDINATOR",
                "disclosures",
                "{\"basis\":\"RESEARCH\",\"recipient\":\"" + written + "\",\"what\":\"all\",\"purpose\":\"a study\"}");
        save();
        position = db.sql("select max(position) from audit.concern where patient_id = ? and name = 'referral.Drafted'")
                .param(patient)
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_erased_is_erased_at_every_moment() throws Exception {
        for (String path : PAST) {
            assertThat(seen("COMPLIANCE", path)).as("before: " + path).containsIgnoringCase(name);
        }
        for (String path : AUDIT) {
            assertThat(seen("COMPLIANCE", path)).as("before: " + path).contains(patient);
        }
        for (String path : TYPED) {
            assertThat(seen("COMPLIANCE", path)).as("before: " + path).contains(written);
        }

        tell("cleo.marsh", "COMPLIANCE", "erasure/request", """
                {"asker":"PATIENT","ground":"CONSENT_WITHDRAWN","reason":"asked in person"}""");
        tell("ruth.adler", "COMPLIANCE", "erasure/approve", "{}");
        Eventually.holds(
                "the person is erased and certified",
                () -> db.sql("select count(*) from erasure.file where patient_id = ? and certified_at is not null")
                                .param(patient)
                                .query(Integer.class)
                                .single()
                        == 1);
        readModels.awaitAll();

        for (String path : PAST) {
            assertThat(seen("COMPLIANCE", path)).as(path).doesNotContainIgnoringCase(name);
        }
        for (String path : AUDIT) {
            assertThat(seen("COMPLIANCE", path))
                    .as(path)
                    .doesNotContainIgnoringCase(name)
                    .doesNotContain(written);
        }
        for (String path : TYPED) {
            assertThat(seen("COMPLIANCE", path)).as(path).doesNotContain(written);
        }
        assertThat(seen("COMPLIANCE", "/past/patients/#?at=@")).contains("This person was erased");
        readModels.assertRebuiltEqualsLive("accesses");
        readModels.assertRebuiltEqualsLive("investigations");
    }

    @Test
    void a_restricted_chart_is_as_closed_at_every_moment_as_it_is_now() throws Exception {
        tell("cleo.marsh", "COMPLIANCE", "restriction", "{\"reason\":\"works with us\"}");
        for (String path : List.of("/past/patients/#?at=@", "/api/past/patients/#?at=@")) {
            long before = looking.now();
            MockHttpServletResponse answer = ask("grace.lim", "SUPERVISOR", path);
            assertThat(answer.getStatus()).as(path).isEqualTo(403);
            assertThat(answer.getContentAsString()).as(path).doesNotContainIgnoringCase(name);
            assertThat(looking.since(before, "grace.lim").getFirst().payload()).contains("chart-restricted", patient);
        }
        assertThat(ask("grace.lim", "SUPERVISOR", "/past/patients/#?at=@").getContentAsString())
                .contains("Break the glass");
        for (String path : PAST.subList(3, PAST.size())) {
            assertThat(seen("SUPERVISOR", path))
                    .as(path)
                    .doesNotContainIgnoringCase(name)
                    .contains("Restricted chart");
        }
        assertThat(seen("COMPLIANCE", "/past/patients/#?at=@")).containsIgnoringCase(name);
    }

    @Test
    void looks_are_counted_with_the_events_that_they_applied() throws Exception {
        seen("COMPLIANCE", "/api/past/patients/#?at=@");
        long looks = meters.get("throughline.past.looks")
                .tag("outcome", "seen")
                .timer()
                .count();
        double events = events();

        seen("COMPLIANCE", "/api/past/patients/#?at=@");

        assertThat(meters.get("throughline.past.looks")
                        .tag("outcome", "seen")
                        .timer()
                        .count())
                .isEqualTo(looks + 1);
        assertThat(events()).as("the coordinator and the referral at least").isGreaterThanOrEqualTo(events + 2);
    }

    private double events() {
        return meters.get("throughline.past.events")
                .tag("readModel", "referrals")
                .summary()
                .totalAmount();
    }

    @Test
    void the_audit_says_which_view_an_access_was() throws Exception {
        ask("nora.quinn", "COORDINATOR", "/patients/#");
        readModels.awaitAll();
        assertThat(seen("COMPLIANCE", "/audit?patient=#&event=access.DataShown"))
                .contains("Data shown: The patient page");
    }

    /** An investigation about the person, with words in its name. */
    private void save() throws Exception {
        MockHttpServletResponse answer = looking.look(
                "cleo.marsh",
                "COMPLIANCE",
                post("/api/investigations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"" + written + "\",\"patient\":\"" + patient + "\"}"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        readModels.awaitAll();
    }

    private String seen(String role, String path) throws Exception {
        MockHttpServletResponse answer = ask(role.equals("SUPERVISOR") ? "grace.lim" : "cleo.marsh", role, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse ask(String account, String role, String path) throws Exception {
        return looking.look(account, role, get(path.replace("#", patient).replace("@", Long.toString(position))));
    }

    private void tell(String account, String role, String what, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account,
                role,
                post("/api/patients/" + patient + "/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
        assertThat(answer.getStatus()).as(what).isEqualTo(200);
        readModels.awaitAll();
    }
}
