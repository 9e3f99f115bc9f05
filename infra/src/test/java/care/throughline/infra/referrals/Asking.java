package care.throughline.infra.referrals;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.events.PatientId;
import care.throughline.events.patient.DemographicField;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refers people to food banks as a coordinator does, over HTTP. */
public final class Asking {

    private final WebApplicationContext application;
    private final Http coordinator;
    private final Http supervisor;

    public Asking(WebApplicationContext application) {
        this.application = application;
        this.coordinator = Http.as("nora.quinn", "COORDINATOR", application);
        this.supervisor = coordinator.as("ada.boateng", "SUPERVISOR");
    }

    public PatientId somebody() {
        PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
        Commands commands = application.getBean(Commands.class);
        commands.send(new Register(patient, TestClock.MONDAY_MORNING));
        commands.send(new ReportDemographics(
                patient,
                Map.of(DemographicField.FAMILY, "Quillmore", DemographicField.GIVEN, "Odette"),
                TestClock.MONDAY_MORNING));
        return patient;
    }

    /** A food bank in the directory; entered twice, it is entered once. */
    public String foodBank(String name) throws Exception {
        String id = "prf_" + name;
        supervisor.send("/api/directory", """
                        {"performer": "%s", "capacity": "OPEN", "details": {"name": "%s", "specialty": "FOOD",
                         "languages": ["en"], "zip": "01105", "phone": "413-555-0142"}}""".formatted(id, name)).andExpect(status().isOk());
        return id;
    }

    /** Our own entry in the directory, which others ask; the demo clinic may have it already. */
    public void house() throws Exception {
        application.getBean(ReadModels.class).awaitAll();
        int known = coordinator
                .read("/api/directory/prf_house")
                .andReturn()
                .getResponse()
                .getStatus();
        if (known != HttpStatus.OK.value()) {
            foodBank("house");
        }
    }

    /** All referrals on the board. */
    public JsonNode board() throws Exception {
        application.getBean(ReadModels.class).awaitAll();
        return JsonMapper.shared().readTree(page("/api/referrals"));
    }

    /** A page as the coordinator sees it. */
    public String page(String path) throws Exception {
        application.getBean(ReadModels.class).awaitAll();
        return coordinator
                .read(path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The answer to what is not allowed. */
    public String refused(String path, String json) throws Exception {
        return coordinator
                .send(path, json)
                .andExpect(status().is4xxClientError())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** From now on its own system is told by this way. */
    public void reached(String performer, String channel, String address) throws Exception {
        supervisor
                .send("/api/directory/" + performer + "/reach", """
                        {"channel": "%s", "address": "%s", "application": "PANTRY", "facility": "%s"}""".formatted(
                                channel, address, performer.substring(0, Math.min(50, performer.length()))))
                .andExpect(status().isOk());
        application.getBean(ReadModels.class).awaitAll();
    }

    /** A referral of this patient, drafted, packed and sent. */
    public String sent(PatientId patient, String... performers) throws Exception {
        return sentUnder("", patient, performers);
    }

    /** The same under a sensitivity label, none if empty. */
    public String sentUnder(String label, PatientId patient, String... performers) throws Exception {
        String referral = "ref_" + UUID.randomUUID();
        post("/api/patients/" + patient + "/referrals", """
                {"referral": "%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE",
                 "reason": "Eats once a day"%s}""".formatted(
                        referral, label.isEmpty() ? "" : ", \"keep\": \"" + label + "\""));
        post("/api/referrals/" + referral + "/packet", "{\"item\": \"CONSENT_TO_SHARE\", \"present\": true}");
        String asked = Arrays.stream(performers)
                .map(performer -> "\"" + performer + "\"")
                .collect(Collectors.joining(", "));
        post("/api/referrals/" + referral + "/send", "{\"performers\": [" + asked + "]}");
        application.getBean(ReadModels.class).awaitAll();
        return referral;
    }

    /** The path of a new secure link for a performer that was asked. */
    public String link(String referral, String performer) throws Exception {
        String link = post("/api/referrals/" + referral + "/performers/" + performer + "/link", "{}")
                .path("link")
                .asString();
        application.getBean(ReadModels.class).awaitAll();
        return link.substring(link.indexOf("/link/"));
    }

    /** The referral as the desk's programs see it. */
    public JsonNode shown(String referral) throws Exception {
        application.getBean(ReadModels.class).awaitAll();
        return JsonMapper.shared()
                .readTree(coordinator
                        .read("/api/referrals/" + referral)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    public JsonNode post(String path, String json) throws Exception {
        return JsonMapper.shared()
                .readTree(coordinator
                        .send(path, json)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
