package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.AsideMessages;
import care.throughline.command.intake.Intake;
import care.throughline.events.MessageId;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class BadMessagesOverTheWireTest {

    @Autowired
    private MllpServer server;

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private AsideMessages messages;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Autowired
    private WebApplicationContext application;

    private Http ines;

    @BeforeEach
    void sign_in() {
        ines = Http.as("ines.vogel", "INTEGRATION", application);
    }

    @Test
    void every_bad_message_is_answered_as_expected_and_kept_and_the_next_good_one_is_applied() throws Exception {
        int good = 0;
        for (JsonNode bad : Fixtures.found().json("expected/adt_truth.json").get("bad")) {
            String file = bad.get("file").asString();
            byte[] message = Fixtures.found().bytes(file);
            try (MllpSender sender = new MllpSender(server.port())) {
                Optional<String> answer = sender.send(message);
                assertThat(accepted(bad)).as(file).contains(MllpSender.code(answer));
                if (!bad.get("controlId").isNull() && answer.isPresent()) {
                    assertThat(answer.get().split("\rMSA\\|", 2)[1].split("[|\r]", 3)[1])
                            .isEqualTo(bad.get("controlId").asString());
                }
                if (answer.isPresent()) {
                    assertKept(file, message, MllpSender.code(answer));
                }
            }
            try (MllpSender sender = new MllpSender(server.port())) {
                assertThat(MllpSender.code(sender.send(good(good++)))).isEqualTo("AA");
            }
        }
    }

    @Test
    void a_set_aside_message_sent_again_gets_the_same_answer() throws IOException {
        byte[] message = Fixtures.found().bytes("hl7/bad/04_missing_pid3.hl7");
        try (MllpSender sender = new MllpSender(server.port())) {
            assertThat(MllpSender.code(sender.send(message))).isEqualTo("AE");
            assertThat(MllpSender.code(sender.send(message))).isEqualTo("AE");
        }
    }

    @Test
    void a_control_id_used_again_for_other_content_is_set_aside() throws IOException {
        try (MllpSender sender = new MllpSender(server.port())) {
            assertThat(MllpSender.code(sender.send(good(100)))).isEqualTo("AA");
            Optional<String> other = sender.send(new String(good(100), StandardCharsets.UTF_8)
                    .replace("Probe", "Other")
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(MllpSender.code(other)).isEqualTo("AE");
            assertThat(other.orElseThrow()).contains("control-id-reused");
            assertThat(MllpSender.code(sender.send(good(100)))).isEqualTo("AA");
        }
    }

    /** It is found with its text, and unless it was accepted it caused nothing. */
    private void assertKept(String file, byte[] message, String answer) throws Exception {
        MessageId id = intake.take(reader, message, "system:test").message();
        readModels.awaitAll();
        ines.read("/api/intake/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message.status").value(answer.equals("AA") ? "APPLIED" : "SET_ASIDE"))
                .andExpect(jsonPath("$.message.bytes").value(message.length));
        assertThat(messages.text(id)).as(file).isEqualTo(new String(message, StandardCharsets.UTF_8));
        List<String> caused = db.sql("""
                        select name from store.event
                        where convert_from(metadata, 'UTF8')::jsonb ->> 'correlationId' = ? and name not like 'intake.%'
                        """).param(id.value()).query(String.class).list();
        assertThat(caused.isEmpty()).as("%s caused %s", file, caused).isEqualTo(!answer.equals("AA"));
    }

    private static byte[] good(int number) {
        return ("MSH|^~\\&|ADMIT3|STCLR|||20260302100000||ADT^A01|GOOD" + number + "|P|2.3\rEVN|A01|20260302100000\r"
                        + "PID|||GOOD" + number + "^^^STCLR^MR||Probe^Good\rPV1||I|||||||||||||||||GV" + number + "\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> accepted(JsonNode bad) {
        Set<String> accepted = new HashSet<>();
        if (!bad.get("ack").isNull()) {
            accepted.add(bad.get("ack").asString());
        }
        bad.get("alsoAccepted").forEach(code -> accepted.add(code.asString()));
        return accepted;
    }
}
