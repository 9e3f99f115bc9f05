package care.throughline.infra.outbox;

import static care.throughline.infra.outbox.MllpReceiver.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.exchange.WhenReferralMovesThenTellPerformer;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.ReferralEvent.Release;
import care.throughline.events.referral.ReferralEvent.Released;
import care.throughline.infra.referrals.Asking;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ThroughlineTest
class OutboxTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("writers") private DataSource writers;

    private final MllpReceiver receiver = receiver();
    private Asking desk;
    private Http operator;
    private String pantry = "";
    private PatientId patient;

    @BeforeEach
    void a_food_bank_with_a_system_of_its_own() throws Exception {
        desk = new Asking(application);
        operator = Http.as("olga.stein", "OPERATOR", application);
        pantry = desk.foodBank("wired-" + UUID.randomUUID());
        desk.reached(pantry, "HL7", receiver.address());
        patient = desk.somebody();
    }

    @AfterEach
    void it_closes() throws Exception {
        receiver.close();
    }

    @Test
    void a_performers_system_is_asked_by_pseudonym_told_who_it_is_on_acceptance_and_asked_to_cancel() throws Exception {
        String referral = desk.sent(patient, pantry);
        String asked = receiver.next();
        assertThat(field(asked, "MSH", 9)).isEqualTo("OMG^O19^OMG_O19");
        assertThat(field(asked, "MSH", 21)).isEqualTo("360X");
        assertThat(field(asked, "ORC", 1)).isEqualTo("NW");
        assertThat(field(asked, "ORC", 2)).startsWith(referral + "^");
        assertThat(field(asked, "OBR", 31)).isEqualTo("^Eats once a day");
        assertThat(field(asked, "PID", 5)).isEqualTo(patient + "^^^^^^S");
        assertThat(asked).doesNotContain("Quillmore", "Odette");

        desk.post("/api/referrals/" + referral + "/performers/" + pantry + "/accepted", "{}");
        String told = receiver.next();
        assertThat(field(told, "ORC", 1)).isEqualTo("XO");
        assertThat(field(told, "PID", 5)).isEqualTo("Quillmore^Odette");

        desk.post("/api/referrals/" + referral + "/cancellation", "{\"reason\": \"Moved | away\"}");
        String cancelled = receiver.next();
        assertThat(field(cancelled, "ORC", 1)).isEqualTo("CA");
        assertThat(field(cancelled, "ORC", 16)).isEqualTo("^Moved \\F\\ away");
        Eventually.holds("all are sent", () -> count("SENT") == 3);
        assertThat(receiver.isSilent()).isTrue();
    }

    @Test
    void who_is_shown_what_is_recorded_before_it_leaves() throws Exception {
        desk.sent(patient, pantry);
        receiver.next();
        application.getBean(ReadModels.class).awaitAll();
        String accesses = Http.as("cleo.marsh", "COMPLIANCE", application)
                .read("/api/accesses?patient=" + patient)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(accesses).contains("SEND /outbox", pantry);
    }

    @Test
    void what_the_other_side_does_not_take_is_sent_again_as_it_was_until_it_does() throws Exception {
        receiver.answers(null);
        desk.sent(patient, pantry);
        String first = receiver.next();
        receiver.answers("AE");
        assertThat(receiver.next()).isEqualTo(first);
        assertThat(open().path("answer").asString()).isIn("NoAnswer", "AE");
        receiver.answers("AA");
        operator.send("/api/operations/outbox/" + open().path("number").asInt() + "/retry", "{}")
                .andExpect(status().isAccepted());
        assertThat(receiver.next()).isEqualTo(first);
        Eventually.holds("it is sent", () -> count("SENT") == 1);
        assertThat(sealedLeft()).as("nothing is kept of what it said").isZero();
    }

    @Test
    void what_is_rejected_waits_for_a_person_and_holds_up_what_follows_it() throws Exception {
        receiver.answers("AR");
        String referral = desk.sent(patient, pantry);
        receiver.next();
        Eventually.holds("it is refused", () -> count("REFUSED") == 1);
        desk.post("/api/referrals/" + referral + "/cancellation", "{\"reason\": \"Moved away\"}");
        application.getBean(ReadModels.class).awaitAll();
        assertThat(open().path("stuck").asBoolean()).isTrue();
        assertThat(page(referral)).contains("Its system has refused the message. Call them.");
        assertThat(desk.page("/desk"))
                .contains("Not told yet", "Quillmore", pantry.substring(4) + " has refused our message");
        assertThat(receiver.isSilent()).isTrue();

        receiver.answers("AA");
        int number = open().path("number").asInt();
        operator.send("/api/operations/outbox/" + number + "/given-up", "{\"reason\": \" \"}")
                .andExpect(status().is(422));
        operator.send("/api/operations/outbox/" + number + "/given-up", "{\"reason\": \"Told by phone\"}")
                .andExpect(status().isNoContent());
        assertThat(field(receiver.next(), "ORC", 1)).isEqualTo("CA");
        Eventually.holds("the next one is sent", () -> count("SENT") == 1);
        assertThat(page(referral)).contains("Its system was told");
        operator.send("/api/operations/outbox/" + number + "/retry", "{}").andExpect(status().is(422));
        assertThat(operator.read("/operations/outbox").andReturn().getResponse().getContentAsString())
                .contains("given up by olga.stein: Told by phone");
    }

    @Test
    void a_rebuild_sends_nothing() throws Exception {
        desk.sent(patient, pantry);
        receiver.next();
        application.getBean(ReadModels.class).assertRebuiltEqualsLive("tasks");
        application.getBean(ReadModels.class).assertRebuiltEqualsLive("directory");
        Eventually.holds("all are sent", () -> count("SENT") == 1 && count("WAITING") == 0);
        assertThat(receiver.isSilent()).isTrue();
    }

    @Test
    void what_is_told_of_the_past_again_queues_nothing() throws Exception {
        String referral = desk.sent(patient, pantry);
        receiver.next();
        Eventually.holds("it is sent", () -> count("SENT") == 1);
        Released event = new Released(
                new ReferralId(referral), new PerformerId(pantry), Release.CANCELLED, TestClock.MONDAY_MORNING);
        AnnotationEventHandlerAdapter automation =
                new AnnotationEventHandlerAdapter(WhenReferralMovesThenTellPerformer.keptIn(writers));
        TrackingToken past = new GlobalSequenceTrackingToken(0);
        automation.handle(new GenericTrackedEventMessage<>(
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), past),
                GenericEventMessage.asEventMessage(event)));
        assertThat(count("SENT") + count("WAITING")).isEqualTo(1);
        assertThat(receiver.isSilent()).isTrue();
        automation.handle(new GenericTrackedEventMessage<>(past, GenericEventMessage.asEventMessage(event)));
        Eventually.holds("new, it does", () -> count("SENT") == 2);
    }

    @Test
    void two_nodes_that_look_at_once_send_each_message_once() throws Exception {
        Sending sending = application.getBean(Sending.class);
        List<Sender> others = List.of(other(sending), other(sending), other(sending));
        others.forEach(Sender::start);
        try {
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                desk.sent(patient, pantry);
            }
            for (int i = 0; i < 5; i++) {
                asked.add(field(receiver.next(), "MSH", 10));
            }
            Eventually.holds("all are sent", () -> count("SENT") == 5);
            assertThat(receiver.isSilent()).isTrue();
            assertThat(asked).doesNotHaveDuplicates();
        } finally {
            others.forEach(Sender::stop);
        }
    }

    private Sender other(Sending sending) {
        return new Sender(new OutboxTable(db()), sending, Duration.ofMillis(5));
    }

    @Test
    void what_waits_about_an_erased_person_is_never_sent_and_is_gone() throws Exception {
        receiver.answers(null);
        desk.sent(patient, pantry);
        receiver.next();
        Eventually.holds("it was written", () -> sealedLeft() == 1);
        Http compliance = Http.as("cleo.marsh", "COMPLIANCE", application);
        compliance.send("/api/patients/" + patient + "/erasure/request", """
                        {"asker": "PATIENT", "ground": "CONSENT_WITHDRAWN", "reason": "Asked in writing"}""").andExpect(status().isOk());
        compliance
                .as("ruth.adler", "COMPLIANCE")
                .send("/api/patients/" + patient + "/erasure/approve", "{}")
                .andExpect(status().isOk());
        Eventually.holds("it is let go of", () -> count("ERASED") == 1);
        assertThat(sealedLeft()).isZero();
    }

    @Test
    void a_performer_that_people_tell_gets_no_message() throws Exception {
        desk.reached(pantry, "NONE", "");
        desk.sent(patient, pantry);
        application.getBean(ReadModels.class).awaitAll();
        assertThat(count("WAITING") + count("SENT")).isZero();
    }

    private String page(String referral) throws Exception {
        return Http.as("nora.quinn", "COORDINATOR", application)
                .read("/referrals/" + referral)
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private JsonNode open() throws Exception {
        String json = operator.read("/api/operations/outbox")
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (JsonNode message : JsonMapper.shared().readTree(json)) {
            if (message.path("performer").asString().equals(pantry.replace("prf_", ""))) {
                return message;
            }
        }
        throw new AssertionError("nothing is open for " + pantry + ": " + json);
    }

    private int count(String state) {
        return db().sql("select count(*) from command.outbox where patient = :patient and state = :state")
                .params(Map.of("patient", patient.value(), "state", state))
                .query(Integer.class)
                .single();
    }

    private int sealedLeft() {
        return db().sql("select count(*) from command.outbox where patient = :patient and content is not null")
                .param("patient", patient.value())
                .query(Integer.class)
                .single();
    }

    private JdbcClient db() {
        return JdbcClient.create(writers);
    }

    private static MllpReceiver receiver() {
        try {
            return new MllpReceiver();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
