package care.throughline.infra.outbox;

import static care.throughline.infra.outbox.MllpReceiver.field;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.intake.MllpSender;
import care.throughline.infra.intake.MllpServer;
import care.throughline.infra.referrals.Asking;
import care.throughline.infra.testing.ThroughlineTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** A practice refers a patient to us over HL7 v2 after IHE 360X and hears what we do about it, over real sockets. */
@ThroughlineTest
class AskedOverHl7Test {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private MllpServer listener;

    private final String number = "ORD-" + UUID.randomUUID().toString().substring(0, 8);
    private MllpReceiver system;
    private MllpSender sender;
    private Asking desk;
    private String practice = "";
    private int sent;

    @BeforeEach
    void a_practice_with_a_system_of_its_own() throws Exception {
        system = new MllpReceiver();
        sender = new MllpSender(listener.port());
        desk = new Asking(application);
        desk.house();
        practice = desk.foodBank("asks-" + UUID.randomUUID());
        desk.reached(practice, "HL7", system.address());
    }

    @AfterEach
    void it_closes() throws IOException {
        sender.close();
        system.close();
    }

    @Test
    void what_they_ask_stands_on_our_board_and_they_hear_of_every_step_until_we_report_back() throws Exception {
        assertThat(asks("NW")).isEqualTo("AA");
        JsonNode referral = asked();
        String id = referral.path("referral").asString();
        assertThat(referral.path("status").asString()).isEqualTo("CREATED");
        assertThat(referral.path("askedBy").asString()).isEqualTo(practice);
        assertThat(referral.path("urgency").asString()).isEqualTo("URGENT");
        assertThat(referral.path("waitsFor").asString()).isEqualTo("ANSWER");
        assertThat(desk.page("/referrals/" + id))
                .contains("Asked of us by " + practice.substring(4), "We accept", "Heart &lt;murmur")
                .contains(">" + practice.substring(4) + " · recorded");
        assertThat(desk.page("/desk?filter=unassigned")).contains("Asked of us by " + practice.substring(4));

        desk.post(performer(id) + "/accepted", "{}");
        String accepted = system.next();
        assertThat(field(accepted, "MSH", 9)).isEqualTo("OSU^O51^OSU_O51");
        assertThat(field(accepted, "ORC", 1)).isEqualTo("OK");
        assertThat(field(accepted, "ORC", 2)).as("their number").isEqualTo(number + "^PRACTICE");
        assertThat(field(accepted, "ORC", 3)).as("and ours").startsWith(id + "^");

        desk.post(performer(id) + "/scheduled", "{\"startsAt\": \"2026-03-04T15:00:00Z\"}");
        String scheduled = system.next();
        assertThat(field(scheduled, "MSH", 9)).isEqualTo("SIU^S12^SIU_S12");
        assertThat(field(scheduled, "SCH", 11)).isEqualTo("^^^20260304150000+0000");
        assertThat(field(scheduled, "SCH", 26)).isEqualTo(number + "^PRACTICE");
        desk.post(performer(id) + "/scheduled", "{\"startsAt\": \"2026-03-05T15:00:00Z\"}");
        assertThat(field(system.next(), "MSH", 9)).isEqualTo("SIU^S13^SIU_S12");
        desk.post(performer(id) + "/appointment-cancelled", "{\"reason\": \"The doctor is ill\"}");
        assertThat(field(system.next(), "MSH", 9)).isEqualTo("SIU^S15^SIU_S12");

        desk.post(performer(id) + "/result", "{\"result\": \"Nothing to fear | come again\"}");
        assertThat(field(system.next(), "ORC", 5)).as("seen").isEqualTo("A");
        String reported = system.next();
        assertThat(field(reported, "ORC", 5)).isEqualTo("CM");
        assertThat(field(reported, "OBX", 5)).isEqualTo("Nothing to fear \\F\\ come again");
        assertThat(desk.shown(id).path("status").asString())
                .as("for us it is done")
                .isEqualTo("CLOSED");
    }

    @Test
    void asked_twice_it_is_asked_once_and_told_more_it_is_still_the_same() throws Exception {
        String message = order("NW");
        assertThat(MllpSender.code(send(message))).isEqualTo("AA");
        String id = asked().path("referral").asString();
        JsonNode before = desk.shown(id);
        assertThat(MllpSender.code(send(message))).as("the same message").isEqualTo("AA");
        assertThat(asks("NW")).as("the same number in another message").isEqualTo("AA");
        assertThat(asks("XO")).isEqualTo("AA");
        assertThat(desk.shown(id)).isEqualTo(before);
    }

    @Test
    void we_decline_with_a_reason_and_it_is_over() throws Exception {
        asks("NW");
        String id = asked().path("referral").asString();
        desk.post(performer(id) + "/declined", "{\"reason\": \"NO_CAPACITY\", \"note\": \"Full until May\"}");
        String declined = system.next();
        assertThat(field(declined, "ORC", 1)).isEqualTo("UA");
        assertThat(field(declined, "ORC", 16)).isEqualTo("NO_CAPACITY^Full until May");
        assertThat(field(declined, "PID", 5)).as("who it is they know").doesNotContain("Abernathy");
        assertThat(desk.shown(id).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void what_they_take_back_we_confirm() throws Exception {
        asks("NW");
        String id = asked().path("referral").asString();
        desk.post(performer(id) + "/accepted", "{}");
        system.next();
        assertThat(asks("CA")).isEqualTo("AA");
        assertThat(desk.shown(id).path("waitsFor").asString()).isEqualTo("CONFIRMATION");
        desk.post(performer(id) + "/cancellation-confirmed", "{}");
        assertThat(field(system.next(), "ORC", 1)).isEqualTo("CR");
    }

    @Test
    void what_cannot_be_applied_is_answered_with_its_reason_and_what_is_not_ours_to_ask_is_refused() throws Exception {
        assertThat(send(order("NW").replace("^^^PRACTICE^MR", "^^^PRACTICE^SS")).orElse(""))
                .contains("MSA|AE|", "no-identifier");
        assertThat(send(order("CA")).orElse("")).contains("MSA|AE|", "referral-unknown");
        assertThat(send(order("ZZ")).orElse("")).contains("MSA|AE|", "order-control-unclear");
        asks("NW");
        String id = asked().path("referral").asString();
        assertThat(desk.refused("/api/referrals/" + id + "/cancellation", "{\"reason\": \"no\"}"))
                .contains("asked-of-us");
    }

    private static String performer(String referral) {
        return "/api/referrals/" + referral + "/performers/prf_house";
    }

    /** The one on the board that this practice asks. */
    private JsonNode asked() throws Exception {
        for (JsonNode one : desk.board()) {
            if (one.path("askedBy").asString("").equals(practice)) {
                return one;
            }
        }
        throw new AssertionError("nothing of " + practice + " is on the board");
    }

    private String asks(String control) throws IOException {
        return MllpSender.code(send(order(control)));
    }

    private Optional<String> send(String message) throws IOException {
        return sender.send(message.getBytes(StandardCharsets.UTF_8));
    }

    private String order(String control) {
        sent++;
        return "MSH|^~\\&|PANTRY|" + practice.substring(0, Math.min(50, practice.length()))
                + "|THROUGHLINE|THROUGHLINE|20260302090000-0500||OMG^O19^OMG_O19|" + sent + "-" + number
                + "|P|2.5.1\rPID|1||M-" + number + "^^^PRACTICE^MR||Abernathy^Ruth||19490315|F\rORC|" + control + "|"
                + number + "^PRACTICE||||||||||||||^They moved\rTQ1|1||||||||A\rOBR|1|" + number
                + "^PRACTICE||57133-1^Referral note^LN|||||||||Heart <murmur>||||||||||||||||||^Hears it at night\r";
    }
}
