package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.infra.testing.ThroughlineTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A community organization refers a patient to us over FHIR, as Gravity does, and hears what we do about it. */
@ThroughlineTest
class AskedOverFhirTest {

    @Autowired
    private WebApplicationContext application;

    @LocalServerPort
    private int port;

    private final String number = "T-" + UUID.randomUUID();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private Asking desk;
    private PerformersSystem system;
    private String pantry = "";

    @BeforeEach
    void an_organization_with_a_client_and_a_server() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/r4", this::take);
        server.start();
        desk = new Asking(application);
        desk.house();
        pantry = desk.foodBank("exchange-pantry");
        system = PerformersSystem.of(port, "exchange-pantry", "demo");
    }

    /** The directory is everybody's: other tests know this organization without a server. */
    @AfterEach
    void it_closes() throws Exception {
        desk.reached(pantry, "NONE", "");
        server.stop(0);
    }

    @Test
    void what_they_ask_they_follow_at_our_server_until_the_report_is_there() throws Exception {
        HttpResponse<String> answer = system.post(asking("requested"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        new FhirChecks().hasNoErrors(answer.body());
        String id = asked().path("referral").asString();
        assertThat(asked().path("kind").asString()).isEqualTo("SERVICE");
        Task task = task();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getRequester().getReference()).endsWith("exchange-pantry");
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/prf-house");

        desk.post(performer(id) + "/accepted", "{}");
        assertThat(task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        desk.post(performer(id) + "/result", "{\"result\": \"Groceries every Friday\"}");
        Task done = task();
        assertThat(done.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        String read =
                system.get("/fhir/Task/" + done.getIdElement().getIdPart()).body();
        assertThat(read).contains("Groceries every Friday");
        new FhirChecks().hasNoErrors(read);
        assertThat(system.put(done, null).statusCode())
                .as("who asks does not answer")
                .isEqualTo(404);
    }

    /** The example of a request for help with a food pantry that Gravity publishes, with numbers and people of ours. */
    @Test
    void gravitys_example_is_taken_and_what_we_say_of_it_has_no_errors_in_any_state() throws Exception {
        String example = asking("requested")
                .replace("\"code\": {\"text\": \"Food pantry and cooking class\"}", """
                        "meta": {"profile": [
                          "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-ServiceRequest"]},
                        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "467771000124109",
                          "display": "Assistance with application for food pantry program"}]},
                        "occurrencePeriod": {"start": "2026-03-05"}, "authoredOn": "2026-03-02",
                        "supportingInfo": [{"display": "Hunger Vital Sign answers"}]""")
                .replace("\"resourceType\": \"Task\",", """
                        "resourceType": "Task", "meta": {"profile": [
                          "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement"]},
                        "note": [{"text": "Speaks Spanish"}],""");
        HttpResponse<String> answer = system.post(example);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = asked().path("referral").asString();
        assertThat(desk.page("/referrals/" + id)).contains("Assistance with application for food pantry program");
        assertThat(checked().getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("2.0");
        desk.post(performer(id) + "/accepted", "{}");
        assertThat(checked().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        desk.post(performer(id) + "/scheduled", "{\"startsAt\": \"2026-03-04T15:00:00Z\"}");
        assertThat(checked().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        desk.post(performer(id) + "/seen", "{}");
        assertThat(checked().getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("5.1.4");
        desk.post(performer(id) + "/result", "{\"result\": \"Applied together\"}");
        assertThat(checked().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(checked().getIdentifier())
                .as("ours and theirs")
                .extracting(org.hl7.fhir.r4.model.Identifier::getValue)
                .containsExactly(id, number);
    }

    private Task checked() throws Exception {
        Task task = task();
        new FhirChecks()
                .hasNoErrors(system.get("/fhir/Task/" + task.getIdElement().getIdPart())
                        .body());
        return task;
    }

    @Test
    void asked_twice_it_is_asked_once_and_taken_back_it_is_over() throws Exception {
        system.post(asking("requested"));
        JsonNode before = asked();
        HttpResponse<String> again = system.post(asking("requested"));
        assertThat(again.body()).contains("200 OK");
        assertThat(asked()).isEqualTo(before);
        String other = asking("requested").replace("routine", "stat");
        assertThat(system.post(other).statusCode()).isEqualTo(200);
        assertThat(asked()).as("another bundle under the same number").isEqualTo(before);

        assertThat(system.post(asking("cancelled")).statusCode()).isEqualTo(200);
        assertThat(asked().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void whoever_has_a_server_gets_each_answer_as_a_patch_of_its_own_task() throws Exception {
        desk.reached(pantry, "FHIR", "http://127.0.0.1:" + server.getAddress().getPort() + "/r4/");
        system.post(asking("requested"));
        String id = asked().path("referral").asString();
        desk.post(performer(id) + "/declined", "{\"reason\": \"NO_CAPACITY\", \"note\": \"Full until May\"}");
        String sent = received.poll(30, TimeUnit.SECONDS);
        assertThat(sent).as("sent").isNotNull();
        new FhirChecks().hasNoErrors(String.valueOf(sent));
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, sent);
        assertThat(bundle.getEntryFirstRep().getRequest().getUrl())
                .isEqualTo(
                        "Task?identifier=" + PerformersSystem.escaped("https://pantry.example/tasks") + "|" + number);
        Binary patch = (Binary) bundle.getEntryFirstRep().getResource();
        assertThat(patch.getContentType()).isEqualTo("application/json-patch+json");
        JsonNode operations = JsonMapper.shared().readTree(patch.getData());
        assertThat(operations.valueStream().map(one -> one.path("path").asString()))
                .contains("/status", "/statusReason", "/businessStatus")
                .doesNotContain("/focus", "/for", "/owner");
        assertThat(operations.toString()).contains("rejected", "Full until May");
    }

    @Test
    void what_is_asked_in_anothers_name_or_says_too_little_is_refused_with_its_reason() throws Exception {
        for (List<String> wrong : List.of(
                List.of("prf_exchange-pantry", "prf_other-pantry", "requester-differs"),
                List.of("\"code\": \"MR\"", "\"code\": \"SS\"", "no-identifier"),
                List.of("\"requested\"", "\"accepted\"", "status-not-yours"),
                List.of(
                        "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000002\"}, \"for\"",
                        "urn:uuid:none\"}, \"for\"",
                        "unresolved"))) {
            HttpResponse<String> answer = system.post(asking("requested").replace(wrong.get(0), wrong.get(1)));
            assertThat(answer.statusCode()).as(wrong.get(2)).isEqualTo(422);
            assertThat(answer.body()).contains(wrong.get(2));
        }
    }

    private static String performer(String referral) {
        return "/api/referrals/" + referral + "/performers/prf_house";
    }

    private Task task() throws Exception {
        desk.board(); // when the read models have come as far
        List<Task> found =
                system.tasks("?identifier=" + PerformersSystem.escaped("https://pantry.example/tasks|" + number));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The referral that this number stands for: the last of this organization. */
    private JsonNode asked() throws Exception {
        desk.board();
        String identifier = PerformersSystem.escaped("https://pantry.example/tasks|" + number);
        Task task = system.tasks("?identifier=" + identifier).getFirst();
        return desk.shown(task.getFocus().getReference().replace("ServiceRequest/ref-", "ref_"));
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private String asking(String status) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000001", "request": {"method": "POST", "url": "Patient"},
                  "resource": {"resourceType": "Patient", "identifier": [{"type": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
                    "system": "https://pantry.example/people", "value": "P-%2$s"}],
                   "name": [{"family": "Ashgrove", "given": ["Colin"]}], "birthDate": "1962-02-11"}},
                 {"fullUrl": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000002",
                  "request": {"method": "POST", "url": "ServiceRequest"},
                  "resource": {"resourceType": "ServiceRequest", "status": "active", "intent": "order",
                   "category": [{"coding": [{
                     "system": "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes",
                     "code": "food-insecurity"}]}], "priority": "routine",
                   "code": {"text": "Food pantry and cooking class"},
                   "subject": {"reference": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000001"}}},
                 {"fullUrl": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000003", "request": {"method": "POST", "url": "Task"},
                  "resource": {"resourceType": "Task", "status": "%1$s", "intent": "order",
                   "identifier": [{"system": "https://pantry.example/tasks", "value": "%2$s"}],
                   "code": {"coding": [{"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill"}]},
                   "focus": {"reference": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000002"}, "for": {"reference": "urn:uuid:0b9f5f3e-4f4e-4a52-9f0f-000000000001"},
                   "authoredOn": "2026-03-02T08:00:00-05:00",
                   "requester": {"identifier": {"system": "urn:throughline:performer", "value": "prf_exchange-pantry"}}}}]}
                """.formatted(status, number);
    }
}
