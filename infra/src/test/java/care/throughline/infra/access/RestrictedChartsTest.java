package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A restricted chart opens to the care relationship, by every channel alike; others break the glass and answer for it. */
@ThroughlineTest
class RestrictedChartsTest {

    private static final String COORDINATOR = "COORDINATOR";
    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    private Looking looking;
    private String name;
    private String patient;

    @BeforeEach
    void a_chart_is_restricted() throws Exception {
        looking = new Looking(application);
        people++;
        name = "VELLACOTT" + "ABCDEFGHIJ".charAt(people);
        patient = Looking.discharged(application, "773005" + people, name);
        tell("ada.boateng", "SUPERVISOR", "coordinator", "{\"coordinator\":\"nora.quinn\"}");
        tell("cleo.marsh", "COMPLIANCE", "restriction", "{\"reason\":\"works with us\"}");
    }

    @Test
    void it_opens_to_whoever_is_accountable_and_to_compliance() throws Exception {
        assertThat(ask("nora.quinn", COORDINATOR, "/patients/" + patient).getContentAsString())
                .containsIgnoringCase(name)
                .contains("Restricted chart");
        assertThat(ask("cleo.marsh", "COMPLIANCE", "/patients/" + patient).getStatus())
                .isEqualTo(200);
    }

    @Test
    void it_is_closed_to_others_by_page_and_json_alike_and_lists_show_only_that_it_exists() throws Exception {
        for (String path : List.of("/patients/#", "/api/patients/#", "/api/patients/#/timeline")) {
            MockHttpServletResponse answer = ask("sam.ortiz", COORDINATOR, path.replace("#", patient));
            assertThat(answer.getStatus()).as(path).isEqualTo(403);
            assertThat(answer.getContentAsString()).as(path).doesNotContainIgnoringCase(name);
        }
        for (String path : List.of(
                "/desk?filter=all",
                "/api/desk?filter=all&size=200",
                "/transitions",
                "/api/transitions",
                "/overnight?since=2026-02-26T00:00",
                "/api/overnight?since=2026-02-26T00:00")) {
            MockHttpServletResponse answer = ask("sam.ortiz", COORDINATOR, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(path)
                    .doesNotContainIgnoringCase(name)
                    .contains("Restricted chart");
        }
        assertThat(looking.look(
                                "sam.ortiz",
                                COORDINATOR,
                                post("/patients/search").param("q", name))
                        .getContentAsString())
                .contains("Restricted chart", "1 person fits");
    }

    @Test
    void a_refusal_is_recorded_with_whose_chart_it_was_and_a_list_does_not_count_as_seeing_it() throws Exception {
        long before = looking.now();
        ask("sam.ortiz", COORDINATOR, "/patients/" + patient);
        assertThat(looking.since(before, "sam.ortiz").getFirst().payload()).contains("chart-restricted", patient);
        before = looking.now();
        clock.advance(Duration.ofMinutes(2));
        ask("sam.ortiz", COORDINATOR, "/api/desk?filter=all&size=200");
        assertThat(looking.since(before, "sam.ortiz").getFirst().payload()).doesNotContain(patient);
    }

    @Test
    void nobody_lets_themselves_in_by_taking_the_patient() throws Exception {
        assertThat(answered("sam.ortiz", COORDINATOR, "take", "{}").getContentAsString())
                .contains("chart-restricted");
    }

    @Test
    void broken_glass_opens_it_for_an_hour_says_so_and_waits_for_a_review() throws Exception {
        tell("sam.ortiz", COORDINATOR, "glass", "{\"code\":\"COVERING\",\"reason\":\"Nora is ill\"}");
        long before = looking.now();
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getContentAsString())
                .containsIgnoringCase(name)
                .contains("You broke the glass", "11:00");
        assertThat(looking.since(before, "sam.ortiz").getFirst().payload()).contains("glass-broken");
        assertThat(ask("ben.ode", COORDINATOR, "/patients/" + patient).getStatus())
                .as("it opens to nobody else")
                .isEqualTo(403);
        readModels.awaitAll();
        assertThat(ask("cleo.marsh", "COMPLIANCE", "/restrictions").getContentAsString())
                .containsIgnoringCase(name)
                .contains("Sam Ortiz", "Nora is ill", "1 access");
        clock.advance(Duration.ofMinutes(60));
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_hospital_that_protects_somebody_closes_their_chart_and_what_compliance_opens_stays_open() throws Exception {
        String number = "773055" + people;
        patient = Looking.discharged(application, number, name + "P");
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getStatus())
                .isEqualTo(200);
        Looking.protect(application, "27", number, name + "P");
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getStatus())
                .isEqualTo(403);
        tell("cleo.marsh", "COMPLIANCE", "restriction/lift", "{\"reason\":\"asked for it\"}");
        Looking.protect(application, "25", number, name + "P");
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getStatus())
                .as("told again, a lifted restriction stays lifted")
                .isEqualTo(200);
        assertThat(ask(
                                "cleo.marsh",
                                "COMPLIANCE",
                                "/api/audit/events?event=restriction.ProtectionTold&patient=" + patient)
                        .getContentAsString())
                .contains("restriction.ProtectionTold");
    }

    @Test
    void it_can_be_closed_early() throws Exception {
        tell("sam.ortiz", COORDINATOR, "glass", "{\"code\":\"EMERGENCY\",\"reason\":\"fell at home\"}");
        clock.advance(Duration.ofMinutes(5));
        tell("sam.ortiz", COORDINATOR, "glass/close", "{}");
        assertThat(ask("sam.ortiz", COORDINATOR, "/patients/" + patient).getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse ask(String account, String role, String path) throws Exception {
        return looking.look(account, role, get(path));
    }

    private void tell(String account, String role, String what, String json) throws Exception {
        assertThat(answered(account, role, what, json).getStatus()).as(what).isEqualTo(200);
        readModels.awaitAll();
    }

    private MockHttpServletResponse answered(String account, String role, String what, String json) throws Exception {
        return looking.look(
                account,
                role,
                post("/api/patients/" + patient + "/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
    }
}
