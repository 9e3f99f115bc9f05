package care.throughline.infra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.events.PatientId;
import care.throughline.infra.referrals.Asking;
import care.throughline.infra.referrals.FhirChecks;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Outbox;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A performer with a FHIR server: what it is sent, over real HTTP. */
@ThroughlineTest
class FhirPushTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("writers") private DataSource writers;

    @Autowired
    private Outbox outbox;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int status = 200;
    private Asking desk;
    private String pantry = "";
    private PatientId patient;

    @BeforeEach
    void a_food_bank_with_a_fhir_server() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/r4", this::take);
        server.start();
        desk = new Asking(application);
        pantry = desk.foodBank("pushed-" + UUID.randomUUID());
        desk.reached(pantry, "FHIR", "http://127.0.0.1:" + server.getAddress().getPort() + "/r4/");
        patient = desk.somebody();
    }

    @AfterEach
    void it_closes() {
        server.stop(0);
    }

    @Test
    void it_is_sent_a_transaction_that_taken_twice_changes_nothing_and_says_who_it_is_on_acceptance() throws Exception {
        String referral = desk.sent(patient, pantry);
        String sent = next();
        new FhirChecks().hasNoErrors(sent);
        Bundle bundle = bundle(sent);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
        assertThat(bundle.getIdentifier().getValue()).startsWith("TL");
        assertThat(bundle.getEntry())
                .extracting(entry -> entry.getRequest().getMethod() + " "
                        + entry.getRequest().getUrl())
                .element(1)
                .isEqualTo("PUT ServiceRequest?identifier=urn:throughline:referral|" + referral);
        Task task = (Task) bundle.getEntry().get(2).getResource();
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(task.getFocus().getReference())
                .isEqualTo(bundle.getEntry().get(1).getFullUrl());
        ServiceRequest request = (ServiceRequest) bundle.getEntry().get(1).getResource();
        assertThat(request.getReasonCodeFirstRep().getText()).isEqualTo("Eats once a day");
        assertThat(sent).doesNotContain("Quillmore");

        desk.post("/api/referrals/" + referral + "/performers/" + pantry + "/accepted", "{}");
        String told = next();
        new FhirChecks().hasNoErrors(told);
        Patient who = (Patient) bundle(told).getEntryFirstRep().getResource();
        assertThat(who.getNameFirstRep().getFamily()).isEqualTo("Quillmore");
    }

    @Test
    void what_the_server_refuses_waits_for_a_person_and_what_it_cannot_take_now_is_sent_again() throws Exception {
        status = 503;
        desk.sent(patient, pantry);
        String first = next();
        status = 422;
        assertThat(next()).isEqualTo(first);
        Eventually.holds("it is refused", () -> state().equals("REFUSED HTTP 422"));
    }

    @Test
    void what_the_patient_has_not_let_it_see_is_not_sent_until_a_consent_names_it() throws Exception {
        String referral = desk.sentUnder("PART2", patient, pantry);
        Eventually.holds("it is withheld", () -> state().equals("REFUSED NotConsented"));
        assertThat(received).isEmpty();

        desk.post("/api/patients/" + patient + "/consents", """
                {"covers": "PART2", "purposes": ["TREAT"], "recipient": "PERFORMER", "performer": "%s",
                 "signedOn": "2026-03-01", "form": "drawer 3"}""".formatted(pantry));
        application.getBean(ReadModels.class).awaitAll();
        outbox.retry(outbox.open().stream()
                .filter(message -> message.referral().equals(referral))
                .findFirst()
                .orElseThrow()
                .number());
        assertThat(next()).contains("42 CFR part 2");
    }

    private String state() {
        return JdbcClient.create(writers)
                .sql("select state || ' ' || answer from command.outbox where patient = :patient")
                .params(Map.of("patient", patient.value()))
                .query(String.class)
                .single();
    }

    private String next() throws InterruptedException {
        String body = received.poll(30, TimeUnit.SECONDS);
        if (body == null) {
            throw new AssertionError("nothing was sent");
        }
        return body;
    }

    private void take(HttpExchange exchange) throws IOException {
        int answer = status; // before the test hears of it and changes it for the next
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static Bundle bundle(String json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
    }
}
