package care.throughline.infra.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.events.PatientId;
import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ThroughlineTest;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@ThroughlineTest
class CareTeamOverHttpTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Discharges discharges;

    @Autowired
    private EventStore store;

    private Http nora;
    private Http sam;
    private Http ada;

    @BeforeEach
    void sign_in() {
        nora = Http.as("nora.quinn", "COORDINATOR", application);
        sam = nora.as("sam.ortiz", "COORDINATOR");
        ada = nora.as("ada.boateng", "SUPERVISOR");
    }

    @Test
    void a_hand_off_goes_from_offer_to_acceptance_and_each_step_counts_once() throws Exception {
        PatientId patient = discharges.home("Handedoff").patient();
        twice(nora, patient, "take", "{}");
        twice(nora, patient, "handoff/offer", "{\"to\":\"sam.ortiz\",\"reason\":\"I am away next week\"}");
        twice(sam, patient, "handoff/accept", "{}");
        assertThat(happened(patient)).containsExactly("CoordinatorAssigned", "HandoffOffered", "HandoffAccepted");
    }

    @Test
    void a_hand_off_declined_is_no_longer_there_to_accept() throws Exception {
        PatientId patient = discharges.home("Declined").patient();
        ada.send(at(patient, "coordinator"), "{\"coordinator\":\"nora.quinn\"}").andExpect(status().isOk());
        ada.send(at(patient, "coordinator"), "{\"coordinator\":\"nora.quinn\"}").andExpect(status().isOk());
        nora.send(at(patient, "handoff/offer"), "{\"to\":\"sam.ortiz\",\"reason\":\"I am away\"}")
                .andExpect(status().isOk());
        sam.send(at(patient, "handoff/decline"), "{\"reason\":\"so am I\"}").andExpect(status().isOk());

        refused(sam.send(at(patient, "handoff/accept"), "{}"), "no-offer");
        assertThat(happened(patient)).containsExactly("CoordinatorAssigned", "HandoffOffered", "HandoffDeclined");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            coordinator     | {"coordinator":"ivan.petrov"}              | not-a-supervisor
            take            | {}                                         | coordinator-present
            handoff/offer   | {"to":"nora.quinn","reason":"hers anyway"} | not-accountable
            handoff/offer   | {"to":"nora.quinn"}                        | text-missing
            handoff/accept  | {}                                         | no-offer
            handoff/decline | {"reason":"busy"}                          | no-offer
            handoff/decline | {}                                         | text-missing
            """)
    void what_is_not_ones_own_to_do_is_refused_with_its_reason_and_changes_nothing(
            String path, String json, String reason) throws Exception {
        PatientId patient = discharges.home("Norasown").patient();
        nora.send(at(patient, "take"), "{}").andExpect(status().isOk());

        refused(sam.send(at(patient, path), json), reason);
        assertThat(happened(patient)).containsExactly("CoordinatorAssigned");
    }

    @Test
    void one_does_not_hand_off_to_oneself() throws Exception {
        PatientId patient = discharges.home("Norasown").patient();
        nora.send(at(patient, "take"), "{}").andExpect(status().isOk());
        refused(nora.send(at(patient, "handoff/offer"), "{\"to\":\"nora.quinn\",\"reason\":\"x\"}"), "handoff-to-self");
    }

    @Test
    void a_name_that_can_be_nobodys_account_is_refused_with_what_one_looks_like() throws Exception {
        PatientId patient = discharges.home("Norasown").patient();
        ada.send(at(patient, "coordinator"), "{\"coordinator\":\"Nora Quinn!\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("unreadable"))
                .andExpect(content().string(containsString("A staff account name has 1 to 80 letters")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            take            | {}
            handoff/accept  | {}
            handoff/decline | {"reason":"busy"}
            unmerge         | {"reason":"two people"}
            """)
    void a_patient_that_nobody_knows_is_not_found(String path, String json) throws Exception {
        ada.send(at(new PatientId("pat_nobody"), path), json)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("patient-unknown"));
    }

    @Test
    void a_record_that_was_never_merged_cannot_be_taken_apart() throws Exception {
        PatientId patient = discharges.home("Neverone").patient();
        refused(ada.send(at(patient, "unmerge"), "{\"reason\":\"two people\"}"), "not-merged");
        refused(ada.send(at(patient, "unmerge"), "{}"), "text-missing");
        nora.send(at(patient, "unmerge"), "{\"reason\":\"two people\"}").andExpect(status().isForbidden());
    }

    private static void twice(Http who, PatientId patient, String path, String json) throws Exception {
        who.send(at(patient, path), json)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.position").isNumber());
        who.send(at(patient, path), json).andExpect(status().isOk());
    }

    private static void refused(ResultActions answer, String reason) throws Exception {
        answer.andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value(reason));
    }

    private static String at(PatientId patient, String path) {
        return "/api/patients/" + patient + "/" + path;
    }

    private List<String> happened(PatientId patient) {
        return store.readEvents(patient.value().replace("pat_", "team_"))
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
