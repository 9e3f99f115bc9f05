package care.throughline.infra.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.events.PatientId;
import care.throughline.events.patient.DemographicField;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ThroughlineTest
class AppointmentsOverHttpTest {

    /** Wednesday, 4 March 2026, nine in the morning in New York. */
    private static final String WEDNESDAY = "2026-03-04T14:00:00Z";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Commands commands;

    @Autowired
    private ReadModels readModels;

    private Http nora;
    private Http ben;
    private String patient = "";

    @BeforeEach
    void somebody() {
        nora = Http.as("nora.quinn", "COORDINATOR", application);
        ben = nora.as("ben.osei", "COORDINATOR");
        PatientId id = new PatientId(PatientId.PREFIX + UUID.randomUUID());
        commands.send(new Register(id, TestClock.MONDAY_MORNING));
        commands.send(new ReportDemographics(
                id,
                Map.of(DemographicField.FAMILY, "Ferrante", DemographicField.GIVEN, "Ines"),
                TestClock.MONDAY_MORNING));
        patient = id.value();
    }

    @Test
    void two_people_who_book_the_same_at_once_book_it_once() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Integer>> clicks = List.of(nora, ben).stream()
                .<Callable<Integer>>map(who -> () -> {
                    start.await();
                    return who.send("/api/patients/" + patient + "/appointments", lab(WEDNESDAY))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(clicks)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        post("/api/patients/" + patient + "/appointments", lab(WEDNESDAY));
        assertThat(calendar().path("appointments")).hasSize(1);
    }

    @Test
    void a_conflict_with_dialysis_waits_on_the_desk_until_somebody_says_why_it_stands() throws Exception {
        post("/api/patients/" + patient + "/take", "{}");
        post("/api/patients/" + patient + "/appointments", lab(WEDNESDAY));
        post("/api/patients/" + patient + "/commitments", """
                {"kind": "DIALYSIS", "days": ["MONDAY", "WEDNESDAY", "FRIDAY"], "from": "08:00", "to": "12:00",
                 "note": "Old Mill"}""");
        JsonNode booking = calendar().path("appointments").get(0);
        JsonNode conflict = booking.path("conflicts").get(0);
        assertThat(conflict.path("kind").asString()).isEqualTo("COMMITMENT");
        assertThat(desk()).contains(booking.path("appointment").asString()).contains("Settle the conflict");

        post("/api/appointments/" + booking.path("appointment").asString() + "/conflict-accepted", """
                {"kind": "COMMITMENT", "startsAt": "%s", "with": "%s", "reason": "They let her come later that day"}""".formatted(
                        WEDNESDAY, conflict.path("with").asString()));

        assertThat(calendar()
                        .path("appointments")
                        .get(0)
                        .path("conflicts")
                        .get(0)
                        .path("accepted")
                        .asString())
                .startsWith("They let her");
        assertThat(desk()).contains("Make it ready").doesNotContain("Settle the conflict");
    }

    @Test
    void what_is_told_of_a_referral_is_not_told_here_and_its_readiness_is() throws Exception {
        String referral = UUID.randomUUID().toString();
        post("/api/patients/" + patient + "/referrals", """
                {"referral": "ref_%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE", "reason": "Hungry"}""".formatted(referral));
        String appointment = "/api/appointments/apt_ref-" + referral;
        assertThat(refusal(appointment + "/confirmed", "{\"startsAt\": \"" + WEDNESDAY + "\"}"))
                .isEqualTo("nothing-booked");
        assertThat(refusal(appointment + "/missed", "{}")).isEqualTo("time-stands-elsewhere");
        nora.send("/api/appointments/apt_none/confirmed", "{\"startsAt\": \"" + WEDNESDAY + "\"}")
                .andExpect(status().isNotFound());
    }

    @Test
    void a_calendar_is_read_by_its_secret_names_nobody_and_ends_when_it_is_revoked() throws Exception {
        post("/api/patients/" + patient + "/take", "{}");
        post("/api/patients/" + patient + "/appointments", lab(WEDNESDAY));
        JsonNode feed = JsonMapper.shared()
                .readTree(nora.send("/api/calendar/feeds", "{}")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        readModels.awaitAll();
        String path = feed.path("address").asString();
        String secret = path.substring(path.indexOf("/ical/"));

        String file = ben.read(secret)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART:20260304T140000Z");
        assertThat(file).doesNotContain("Ferrante").doesNotContain(patient).doesNotContain("Lab");

        post("/api/calendar/feeds/" + feed.path("feed").asString() + "/revoked", "{}");
        ben.read(secret).andExpect(status().is4xxClientError());
    }

    @Test
    void a_calendar_that_is_rebuilt_from_zero_is_the_one_that_was_there() throws Exception {
        String ofPatient = "/api/patients/" + patient;
        post(ofPatient + "/take", "{}");
        post(ofPatient + "/appointments", lab(WEDNESDAY));
        post(ofPatient + "/appointments", lab("2026-03-04T14:15:00Z"));
        post(ofPatient + "/hours", """
                {"hours": {"THURSDAY": {"from": "10:00", "to": "12:00"}}}""");
        post(ofPatient + "/commitments", """
                {"kind": "WORK", "days": ["WEDNESDAY"], "from": "22:00", "to": "10:00", "note": "Night shift"}""");
        String first =
                calendar().path("appointments").get(0).path("appointment").asString();
        post("/api/appointments/" + first + "/confirmed", "{\"startsAt\": \"" + WEDNESDAY + "\"}");
        post("/api/appointments/" + first + "/moved", "{\"startsAt\": \"2026-03-05T14:00:00Z\"}");
        assertThat(calendar().findValuesAsString("kind")).contains("COMMITMENT", "HOURS");

        readModels.assertRebuiltEqualsLive("calendar");
    }

    private static String lab(String startsAt) {
        return """
                {"purpose": "LAB", "mode": "IN_PERSON", "startsAt": "%s", "minutes": 30, "with": "Lab on Main"}""".formatted(startsAt);
    }

    private JsonNode calendar() throws Exception {
        readModels.awaitAll();
        return read("/api/patients/" + patient + "/calendar");
    }

    private String desk() throws Exception {
        readModels.awaitAll();
        JsonNode lines = read("/api/desk?filter=mine&size=200").path("lines");
        return lines.valueStream()
                .map(JsonNode::toString)
                .filter(line -> line.contains(patient))
                .toList()
                .toString();
    }

    private JsonNode read(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(nora.read(path)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private void post(String path, String json) throws Exception {
        nora.send(path, json).andExpect(status().isOk());
        readModels.awaitAll();
    }

    private String refusal(String path, String json) throws Exception {
        return JsonMapper.shared()
                .readTree(nora.send(path, json)
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("reason")
                .asString();
    }
}
