package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What people do over HTTP with messages that could not be applied. */
@ThroughlineTest
class MessagesSetAsideTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private EventStore store;

    private Http ines;

    @BeforeEach
    void sign_in() {
        ines = Http.as("ines.vogel", "INTEGRATION", application);
    }

    @Test
    void a_corrected_message_is_applied_and_tells_what_it_caused() throws Exception {
        String message = setAside("ASIDE1");
        ines.send(at(message, "correct"), correction(repaired("ASIDE1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.position").isNumber());
        readModels.awaitAll();

        ines.read("/api/intake/" + message)
                .andExpect(jsonPath("$.message.status").value("APPLIED"))
                .andExpect(jsonPath("$.message.corrections").value(1))
                .andExpect(jsonPath("$.caused[*].event").value(hasItem("stay.Admitted")));
        ines.read("/api/intake/" + message + "/text").andExpect(content().string(containsString("ASIDE1^^^STCLR^MR")));
    }

    @Test
    void a_message_corrected_into_another_fault_goes_on_waiting_and_can_be_corrected_again() throws Exception {
        String message = setAside("ASIDE2");
        ines.send(at(message, "correct"), correction(broken("ASIDE2").replace("Wanda", "Wilma")))
                .andExpect(status().isOk());
        readModels.awaitAll();
        ines.read("/api/intake/" + message)
                .andExpect(jsonPath("$.message.status").value("SET_ASIDE"));

        ines.send(at(message, "correct"), correction(repaired("ASIDE2"))).andExpect(status().isOk());
        readModels.awaitAll();
        ines.read("/api/intake/" + message)
                .andExpect(jsonPath("$.message.status").value("APPLIED"));
    }

    @Test
    void a_message_replayed_as_it_is_waits_with_the_same_reason() throws Exception {
        String message = setAside("ASIDE3");
        ines.send(at(message, "replay"), "{}").andExpect(status().isOk());
        readModels.awaitAll();
        ines.read("/api/intake/" + message)
                .andExpect(jsonPath("$.message.status").value("SET_ASIDE"))
                .andExpect(jsonPath("$.message.answer").value("AE"))
                .andExpect(jsonPath("$.caused[?(@.event == 'stay.Admitted')]").value(empty()));
    }

    @Test
    void a_discarded_message_is_decided_about_for_good() throws Exception {
        String message = setAside("ASIDE4");
        ines.send(at(message, "discard"), "{\"reason\":\"a test of the interface\"}")
                .andExpect(status().isOk());
        long events = events(message);

        ines.send(at(message, "discard"), "{\"reason\":\"again\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("message-not-set-aside"));
        ines.send(at(message, "correct"), correction(repaired("ASIDE4")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("message-not-set-aside"));
        assertThat(events(message)).isEqualTo(events);
        readModels.awaitAll();
        ines.read("/api/intake/" + message)
                .andExpect(jsonPath("$.message.status").value("DISCARDED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correct | {}                       | 400 | unreadable
            discard | {}                       | 400 | unreadable
            correct | {"text":" "}             | 422 | text-missing
            discard | {"reason":" "}           | 422 | text-missing
            """)
    void what_is_incomplete_changes_nothing(String act, String json, int answer, String reason) throws Exception {
        String message = setAside("ASIDE5");
        long events = events(message);
        ines.send(at(message, act), json)
                .andExpect(status().is(answer))
                .andExpect(jsonPath("$.reason").value(reason));
        assertThat(events(message)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correct | {"text":"MSH"}
            replay  | {}
            discard | {"reason":"gone"}
            """)
    void a_message_that_nobody_sent_is_not_found(String act, String json) throws Exception {
        ines.send(at("msg_nobody", act), json)
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    void compliance_reads_it_and_an_operator_only_what_became_of_it() throws Exception {
        String message = setAside("ASIDE6");
        readModels.awaitAll();
        Http cleo = ines.as("cleo.marsh", "COMPLIANCE");
        cleo.read("/api/intake/" + message + "/text").andExpect(content().string(containsString("Wanda")));
        cleo.send(at(message, "replay"), "{}").andExpect(status().isForbidden());

        Http olga = ines.as("olga.stein", "OPERATOR");
        olga.read("/api/intake/" + message + "/text").andExpect(status().isForbidden());
        olga.read("/api/intake/" + message)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message.status").value("SET_ASIDE"))
                .andExpect(content().string(not(containsString("Wanda"))));
        olga.read("/intake/" + message, "text/html")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Wanda"))))
                .andExpect(content().string(containsString("not read them")));
    }

    private String setAside(String number) {
        return intake.take(reader, broken(number).getBytes(StandardCharsets.UTF_8), "system:mllp")
                .message()
                .value();
    }

    private static String broken(String number) {
        return "MSH|^~\\&|ADMIT3|STCLR|||20260302100000||ADT^A01|" + number + "|P|2.3\rEVN|A01|20260302100000\r"
                + "PID|1||||Waiter^Wanda\rPV1|1|I|||||||||||||||||" + number + "\r";
    }

    private static String repaired(String number) {
        return broken(number).replace("PID|1||||", "PID|1||" + number + "^^^STCLR^MR||");
    }

    private static String correction(String text) {
        return JSON.writeValueAsString(Map.of("text", text));
    }

    private static String at(String message, String act) {
        return "/api/intake/" + message + "/" + act;
    }

    private long events(String message) {
        return store.readEvents(message).asStream().count();
    }
}
