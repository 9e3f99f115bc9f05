package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.infra.testing.ThroughlineTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Patches, searches for what is asked, and what the server says of itself, over real HTTP. */
@ThroughlineTest
class FhirExchangeTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @LocalServerPort
    private int port;

    private Asking desk;
    private PerformersSystem system;
    private String pantry = "";

    @BeforeEach
    void a_food_bank_with_a_system() throws Exception {
        desk = new Asking(application);
        pantry = desk.foodBank("exchange-pantry");
        system = PerformersSystem.of(port, "exchange-pantry", "demo");
    }

    @Test
    void a_patch_of_the_status_accepts_and_answers_the_task_as_it_is_then() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        Task asked = task(patient);
        HttpResponse<String> answer = system.patch(asked, replaced("accepted"), tag(asked));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains(tag(task(patient)));
        assertThat(answer.body()).contains("\"accepted\"", "Quillmore");
        new FhirChecks().hasNoErrors(answer.body());
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_patch_schedules_by_business_status_and_period() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        system.patch(task(patient), replaced("accepted"), null);
        HttpResponse<String> answer = system.patch(task(patient), """
                [{"op": "test", "path": "/status", "value": "accepted"},
                 {"op": "replace", "path": "/status", "value": "in-progress"},
                 {"op": "replace", "path": "/businessStatus/coding/0/code", "value": "5.1.1"},
                 {"op": "add", "path": "/executionPeriod", "value": {"start": "2026-03-04T15:00:00Z"}}]""", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(desk.shown(referral).path("startsAt").asString()).isEqualTo("2026-03-04T15:00:00Z");
    }

    @Test
    void a_patch_of_what_has_changed_meanwhile_or_does_not_fit_changes_nothing() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        Task read = task(patient);
        system.patch(read, replaced("accepted"), null);
        HttpResponse<String> late = system.patch(read, replaced("rejected"), tag(read));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("OperationOutcome");
        assertThat(system.patch(read, "[{\"op\": \"remove\", \"path\": \"/none\"}]", null)
                        .body())
                .contains("patch-does-not-fit");
        assertThat(system.patch(read, "no patch", null).body()).contains("patch-unreadable");
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("ACCEPTED");
        PerformersSystem analyst = PerformersSystem.of(port, "demo-analyst", "demo");
        assertThat(analyst.patch(read, replaced("accepted"), null).statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_asked_is_searched_by_performer_patient_status_and_change_page_by_page() throws Exception {
        PatientId patient = desk.somebody();
        for (int i = 0; i < 3; i++) {
            desk.sent(patient, pantry);
        }
        String search = "/fhir/ServiceRequest?performer=Organization/prf-exchange-pantry&patient="
                + patient.value().replace('_', '-');
        Bundle first = system.read(Bundle.class, search + "&_count=2&status=active");
        assertThat(first.getEntry()).hasSize(2);
        new FhirChecks()
                .hasNoErrors(ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newJsonParser()
                        .encodeResourceToString(first));
        Bundle second = system.read(Bundle.class, first.getLink("next").getUrl());
        assertThat(second.getEntry()).hasSize(1);
        assertThat(second.getLink("next")).isNull();
        ServiceRequest last = (ServiceRequest) second.getEntryFirstRep().getResource();
        assertThat(system.read(
                                ServiceRequest.class,
                                "/fhir/ServiceRequest/" + last.getIdElement().getIdPart())
                        .getReasonCodeFirstRep()
                        .getText())
                .isEqualTo("Eats once a day");
        assertThat(system.read(Bundle.class, search + "&status=completed,revoked")
                        .getEntry())
                .isEmpty();
        assertThat(system.read(Bundle.class, search + "&_lastUpdated=lt2020-01-01")
                        .getEntry())
                .isEmpty();
        assertThat(system.read(Bundle.class, search.replace("exchange-pantry", "others"))
                        .getEntry())
                .isEmpty();
    }

    @Test
    void the_server_says_of_itself_exactly_what_it_serves() throws Exception {
        CapabilityStatement said = system.read(CapabilityStatement.class, "/fhir/metadata");
        new FhirChecks().hasNoErrors(system.get("/fhir/metadata").body());
        CapabilityStatementRestComponent rest = said.getRestFirstRep();
        Set<String> told = new TreeSet<>(Set.of("GET /fhir/metadata", "POST /fhir"));
        assertThat(rest.getInteraction()).hasSize(1);
        rest.getResource()
                .forEach(one -> one.getInteraction()
                        .forEach(interaction -> told.add(route(one.getType(), interaction.getCode()))));
        Set<String> served = new TreeSet<>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/fhir"))
                        .forEach(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .forEach(method -> served.add(method + " " + pattern))));
        assertThat(told).isEqualTo(served);
    }

    private static String route(String type, TypeRestfulInteraction interaction) {
        String all = "/fhir/" + type;
        return switch (interaction) {
            case READ -> "GET " + all + "/{id}";
            case SEARCHTYPE -> "GET " + all;
            case UPDATE -> "PUT " + all + "/{id}";
            case PATCH -> "PATCH " + all + "/{id}";
            case CREATE -> "POST " + all;
            case VREAD, DELETE, HISTORYINSTANCE, HISTORYTYPE, NULL ->
                throw new AssertionError(interaction + " is served nowhere");
        };
    }

    private static String replaced(String status) {
        return "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"" + status + "\"}]";
    }

    private Task task(PatientId patient) throws Exception {
        List<Task> found = system.tasks("?patient=Patient/" + patient.value().replace('_', '-'));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getStatus()).isNotEqualTo(TaskStatus.NULL);
        return found.getFirst();
    }

    private static String tag(Task task) {
        return "W/\"" + task.getMeta().getVersionId() + "\"";
    }
}
