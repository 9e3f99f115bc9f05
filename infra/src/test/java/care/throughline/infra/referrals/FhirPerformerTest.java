package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** One referral from the desk to the performer's own system and back, over real HTTP. */
@ThroughlineTest
class FhirPerformerTest {

    private static final String BSER = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS";

    @Autowired
    private WebApplicationContext application;

    @LocalServerPort
    private int port;

    private Asking desk;
    private PerformersSystem system;
    private String pantry = "";
    private String other = "";

    @BeforeEach
    void two_food_banks_of_which_one_has_a_system() throws Exception {
        desk = new Asking(application);
        pantry = desk.foodBank("exchange-pantry");
        other = desk.foodBank("other-pantry");
        system = PerformersSystem.of(port, "exchange-pantry", "demo");
    }

    @Test
    void a_referral_goes_from_the_desk_to_the_performers_system_and_back() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        Task asked = task(patient);
        assertThat(asked.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(business(asked)).isEqualTo("2.0");
        assertThat(asked.getFor().getDisplay())
                .as("who it is is told on acceptance")
                .isNull();
        ServiceRequest wish =
                system.read(ServiceRequest.class, "/fhir/" + asked.getFocus().getReference());
        assertThat(wish.getReasonCodeFirstRep().getText()).isEqualTo("Eats once a day");
        assertThat(wish.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("food-insecurity");

        told(asked.setStatus(TaskStatus.ACCEPTED));
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(task(patient).getFor().getDisplay()).isEqualTo("Quillmore, Odette");

        Date appointment = Date.from(TestClock.MONDAY_MORNING.plus(Duration.ofDays(2)));
        Task scheduled = going(patient, "5.1.1");
        scheduled.getExecutionPeriod().setStart(appointment);
        told(scheduled);
        assertThat(desk.shown(referral).path("startsAt").asString()).isEqualTo("2026-03-04T15:00:00Z");
        assertThat(task(patient).getExecutionPeriod().getStart()).isEqualTo(appointment);

        told(going(patient, "5.1.4"));
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("SEEN");

        Task done = task(patient).setStatus(TaskStatus.COMPLETED);
        done.addOutput()
                .setType(new CodeableConcept().setText("resulting-activity"))
                .setValue(new CodeableConcept().setText("Groceries every Friday"));
        told(done);
        assertThat(desk.shown(referral).path("resultBack").asBoolean()).isTrue();

        desk.post("/api/referrals/" + referral + "/read", "{}");
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("CLOSED");
        Task closed = task(patient);
        assertThat(business(closed)).isEqualTo("7.0");
        assertThat(((CodeableConcept) closed.getOutputFirstRep().getValue()).getText())
                .isEqualTo("Groceries every Friday");
    }

    @Test
    void what_has_changed_meanwhile_is_not_overwritten() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        Task read = task(patient);
        desk.post("/api/referrals/" + referral + "/performers/" + pantry + "/accepted", "{}");

        HttpResponse<String> late = system.put(rejected(read), tag(read));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("OperationOutcome", "Read it again");
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(system.put(task(patient), "\"no number\"").statusCode()).isEqualTo(412);
    }

    @Test
    void an_update_answers_the_version_that_it_made() throws Exception {
        PatientId patient = desk.somebody();
        desk.sent(patient, pantry);
        Task asked = task(patient);
        HttpResponse<String> answer = system.put(asked.setStatus(TaskStatus.ACCEPTED), tag(asked));
        String made = answer.headers().firstValue("ETag").orElse("");
        assertThat(made).isNotEqualTo(tag(asked)).isEqualTo(tag(task(patient)));
        HttpResponse<String> read =
                system.get("/fhir/Task/" + asked.getIdElement().getIdPart());
        assertThat(read.headers().firstValue("ETag")).contains(made);
    }

    @Test
    void a_rejection_needs_its_reason_and_comes_back_with_it() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        Task silent = task(patient).setStatus(TaskStatus.REJECTED);
        assertThat(system.put(silent, tag(silent)).statusCode()).isEqualTo(422);

        told(rejected(task(patient)));
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("DECLINED");
        Task after = task(patient);
        assertThat(after.getStatus()).isEqualTo(TaskStatus.REJECTED);
        assertThat(after.getStatusReason().getText()).isEqualTo("The fridge is broken until May");
        assertThat(after.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("NO_CAPACITY");
    }

    @Test
    void who_comes_second_is_told_who_was_not_asked_sees_nothing_and_nobody_sees_anothers() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry, other);
        Task asked = task(patient);
        desk.post("/api/referrals/" + referral + "/performers/" + other + "/accepted", "{}");
        desk.shown(referral);

        Task after = task(patient);
        assertThat(after.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(after.getStatusReason().getText()).isEqualTo("Another performer has accepted.");
        assertThat(system.put(asked.setStatus(TaskStatus.ACCEPTED), tag(after)).body())
                .contains("Another performer accepted this referral first");
        assertThat(system.get("/fhir/" + asked.getFocus().getReference()).statusCode())
                .as("nothing is asked any more")
                .isEqualTo(404);

        PerformersSystem others = PerformersSystem.of(port, "other-pantry", "demo");
        String mine = "/fhir/Task/" + asked.getIdElement().getIdPart();
        assertThat(others.get(mine).statusCode()).isEqualTo(404);
        assertThat(others.put(asked, null).statusCode()).isEqualTo(404);
        assertThat(others.tasks("?owner=Organization/prf-exchange-pantry")).isEmpty();
        PerformersSystem analyst = PerformersSystem.of(port, "demo-analyst", "demo");
        assertThat(analyst.get(mine).statusCode()).isEqualTo(403);
        assertThat(others.get("/api/referrals/" + referral).statusCode()).isEqualTo(403);
    }

    @Test
    void a_search_goes_on_page_by_page_and_finds_what_changed_since() throws Exception {
        PatientId patient = desk.somebody();
        for (int i = 0; i < 3; i++) {
            desk.sent(patient, pantry);
        }
        String search = "/fhir/Task?patient=" + asPatient(patient) + "&owner=Organization/prf-exchange-pantry&_count=2";
        Bundle first = system.read(Bundle.class, search);
        assertThat(first.getEntry()).hasSize(2);
        Bundle second = system.read(Bundle.class, first.getLink("next").getUrl());
        assertThat(second.getEntry()).hasSize(1);
        assertThat(second.getLink("next")).isNull();

        Task last = PerformersSystem.tasks(second).getFirst();
        String since = last.getMeta().getLastUpdatedElement().getValueAsString();
        told(last.setStatus(TaskStatus.ACCEPTED));
        assertThat(system.tasks("?patient=" + asPatient(patient) + "&status=accepted,completed&_lastUpdated=gt"
                        + PerformersSystem.escaped(since)))
                .hasSize(1);
        assertThat(system.tasks("?patient=" + asPatient(patient) + "&_lastUpdated=lt2020-01-01"))
                .isEmpty();
        assertThat(system.get("/fhir/Task?_lastUpdated=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_served_has_no_errors_by_the_validator() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        FhirChecks checks = new FhirChecks();
        String search = "/fhir/Task?patient=" + asPatient(patient);
        String request = "/fhir/" + task(patient).getFocus().getReference();
        checks.hasNoErrors(system.get(search).body());
        checks.hasNoErrors(system.get(request).body());
        told(task(patient).setStatus(TaskStatus.ACCEPTED));
        desk.post("/api/referrals/" + referral + "/cancellation", "{\"reason\": \"Moved away\"}");
        desk.shown(referral);
        checks.hasNoErrors(system.get(search).body());
        told(task(patient).setStatus(TaskStatus.CANCELLED));
        checks.hasNoErrors(system.get(search).body());
        checks.hasNoErrors(system.get(request).body());
        checks.hasNoErrors(system.get("/fhir/Task/none").body());
        assertThat(desk.shown(referral).path("status").asString()).isEqualTo("CANCELLED");
    }

    /** The example of a completed referral that Gravity publishes, with our ids: its output refers to a procedure by name. */
    @Test
    void gravitys_completed_example_is_taken_and_told_again() throws Exception {
        PatientId patient = desk.somebody();
        desk.sent(patient, pantry);
        told(task(patient).setStatus(TaskStatus.ACCEPTED));
        Task now = task(patient);
        String id = now.getIdElement().getIdPart();
        HttpResponse<String> answer = system.put(
                id,
                """
                {"resourceType": "Task", "id": "%s",
                 "meta": {"profile": ["http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement"]},
                 "status": "completed", "intent": "order",
                 "code": {"coding": [{"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill",
                   "display": "Fulfill the focal request"}]},
                 "focus": {"reference": "%s"}, "for": {"reference": "%s"},
                 "authoredOn": "2020-09-11T21:56:54.671Z",
                 "requester": {"display": "Dr Jan Water Family Medicine Physician"},
                 "owner": {"reference": "Organization/prf-exchange-pantry"},
                 "output": [{"type": {"coding": [{"code": "resulting-activity", "system":
                   "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"}]},
                   "valueReference": {"reference": "Procedure/p1",
                     "display": "Assistance with applying to a food pantry"}}]}
                """.formatted(id, now.getFocus().getReference(), now.getFor().getReference()),
                tag(now));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Task after = task(patient);
        assertThat(after.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(after.getIntent()).isEqualTo(Task.TaskIntent.ORDER);
        assertThat(after.getCode().getCodingFirstRep().getCode()).isEqualTo("fulfill");
        assertThat(after.getOutputFirstRep().getType().getCodingFirstRep().getCode())
                .isEqualTo("resulting-activity");
        assertThat(((CodeableConcept) after.getOutputFirstRep().getValue()).getText())
                .isEqualTo("Assistance with applying to a food pantry");
    }

    @Test
    void what_is_no_task_or_not_a_performers_to_say_is_refused() throws Exception {
        PatientId patient = desk.somebody();
        desk.sent(patient, pantry);
        Task asked = task(patient);
        String id = asked.getIdElement().getIdPart();
        assertThat(system.put(id, "{\"resourceType\": \"Patient\"}", null).statusCode())
                .isEqualTo(422);
        assertThat(system.put(asked.copy().setStatus(TaskStatus.FAILED), null).body())
                .contains("status-not-yours");
        assertThat(system.put(asked.copy().setStatus(TaskStatus.INPROGRESS), null)
                        .body())
                .contains("business-status-missing");
        Task different = asked.copy();
        different.setId("task-0");
        assertThat(system.put(id, json(different), null).body()).contains("task-differs");
    }

    @Test
    void rebuilt_the_tasks_equal_the_live_ones() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry, other);
        told(task(patient).setStatus(TaskStatus.ACCEPTED));
        desk.post("/api/referrals/" + referral + "/cancellation", "{\"reason\": \"Moved away\"}");
        application.getBean(ReadModels.class).assertRebuiltEqualsLive("tasks");
        assertThat(task(patient).getStatus()).isEqualTo(TaskStatus.ACCEPTED);
    }

    private void told(Task task) throws Exception {
        HttpResponse<String> answer = system.put(task, tag(task));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Task going(PatientId patient, String business) throws Exception {
        Task task = task(patient).setStatus(TaskStatus.INPROGRESS);
        CodeableConcept code = new CodeableConcept();
        code.addCoding().setSystem(BSER).setCode(business);
        return task.setBusinessStatus(code);
    }

    private Task task(PatientId patient) throws Exception {
        List<Task> found = system.tasks("?patient=" + asPatient(patient));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Task rejected(Task task) {
        CodeableConcept why = new CodeableConcept().setText("The fridge is broken until May");
        why.addCoding().setSystem("urn:throughline:decline-reason").setCode("NO_CAPACITY");
        return task.copy().setStatus(TaskStatus.REJECTED).setStatusReason(why);
    }

    private static String business(Task task) {
        return task.getBusinessStatus().getCodingFirstRep().getCode();
    }

    private static String tag(Task task) {
        return "W/\"" + Objects.requireNonNull(task.getMeta().getVersionId()) + "\"";
    }

    private static String asPatient(PatientId patient) {
        return "Patient/" + patient.value().replace('_', '-');
    }

    private static String json(Task task) {
        return ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task);
    }
}
