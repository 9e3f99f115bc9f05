package care.throughline.infra.outbox;

import static care.throughline.infra.outbox.MllpReceiver.field;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.infra.intake.MllpSender;
import care.throughline.infra.intake.MllpServer;
import care.throughline.infra.referrals.Asking;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** One referral from the desk to the performer's HL7 v2 system and back until the loop closes, over real sockets. */
@ThroughlineTest
class LoopOverHl7Test {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx").withZone(ZoneOffset.UTC);

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private MllpServer listener;

    @Autowired
    private TestClock clock;

    private MllpReceiver system;
    private MllpSender sender;
    private Asking desk;
    private String pantry = "";
    private int sent;

    @BeforeEach
    void a_food_bank_with_a_system_of_its_own() throws Exception {
        system = new MllpReceiver();
        sender = new MllpSender(listener.port());
        desk = new Asking(application);
        pantry = desk.foodBank("loop-" + UUID.randomUUID());
        desk.reached(pantry, "HL7", system.address());
    }

    @AfterEach
    void it_closes() throws IOException {
        sender.close();
        system.close();
    }

    @Test
    void a_referral_goes_out_and_comes_back_until_the_loop_is_closed() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        String asked = system.next();
        String number = field(asked, "ORC", 2);
        assertThat(number).startsWith(referral);

        assertThat(tells("OSU^O51", "ORC|OK|" + number + "|F-1||IP")).isEqualTo("AA");
        assertThat(shown(referral, "status")).isEqualTo("ACCEPTED");
        assertThat(field(system.next(), "PID", 5)).isEqualTo("Quillmore^Odette");

        assertThat(tells("SIU^S12", appointment(number, "20260304100000"))).isEqualTo("AA");
        assertThat(shown(referral, "status")).isEqualTo("SCHEDULED");
        assertThat(shown(referral, "startsAt")).isEqualTo("2026-03-04T15:00:00Z");

        clock.set(TestClock.MONDAY_MORNING.plus(Duration.ofDays(3)));
        assertThat(tells("SIU^S26", appointment(number, "20260304100000"))).isEqualTo("AA");
        assertThat(shown(referral, "status")).isEqualTo("MISSED");
        assertThat(tells("SIU^S12", appointment(number, "20260306090000-0500"))).isEqualTo("AA");

        clock.set(TestClock.MONDAY_MORNING.plus(Duration.ofDays(5)));
        assertThat(tells("OSU^O51", "ORC|SC|" + number + "|F-1||A||||20260306093000-0500"))
                .isEqualTo("AA");
        assertThat(shown(referral, "status")).isEqualTo("SEEN");
        assertThat(tells(
                        "OSU^O51",
                        "ORC|SC|" + number + "|F-1||CM\rOBX|1|TX|||Groceries every Friday\rNTE|1||Bring a bag"))
                .isEqualTo("AA");
        assertThat(desk.shown(referral).path("resultBack").asBoolean()).isTrue();

        desk.post("/api/referrals/" + referral + "/read", "{}");
        assertThat(shown(referral, "status")).isEqualTo("CLOSED");
    }

    @Test
    void a_cancellation_goes_out_and_is_confirmed() throws Exception {
        String referral = desk.sent(desk.somebody(), pantry);
        String number = field(system.next(), "ORC", 2);
        assertThat(tells("OSU^O51", "ORC|CR|" + number)).as("nobody has asked").isEqualTo("AE");
        assertThat(tells("OSU^O51", "ORC|OK|" + number + "|||IP")).isEqualTo("AA");
        system.next();
        desk.post("/api/referrals/" + referral + "/cancellation", "{\"reason\": \"Moved away\"}");
        assertThat(field(system.next(), "ORC", 1)).isEqualTo("CA");
        assertThat(tells("OSU^O51", "ORC|CR|" + number)).isEqualTo("AA");
        assertThat(shown(referral, "status")).isEqualTo("CANCELLED");
    }

    @Test
    void a_refusal_comes_with_its_reason_and_a_repeat_changes_nothing() throws Exception {
        String referral = desk.sent(desk.somebody(), pantry);
        String number = field(system.next(), "ORC", 2);
        String refusal = message("OSU^O51", "ORC|UA|" + number + "||||||||||||||NO_CAPACITY^The fridge is broken");
        assertThat(MllpSender.code(send(refusal))).isEqualTo("AA");
        JsonNode after = desk.shown(referral);
        assertThat(after.path("status").asString()).isEqualTo("DECLINED");
        assertThat(MllpSender.code(send(refusal))).as("the same message again").isEqualTo("AA");
        assertThat(desk.shown(referral)).isEqualTo(after);
        String other = refusal.replace("The fridge is broken", "No more food");
        assertThat(send(other).orElse("")).contains("MSA|AE|", "control-id-reused");
    }

    @Test
    void what_cannot_be_applied_is_answered_with_its_reason_and_kept() throws Exception {
        desk.sent(desk.somebody(), pantry);
        String number = field(system.next(), "ORC", 2);
        assertThat(send(message("OSU^O51", "ORC|OK|ref_nobody^X")).orElse("")).contains("MSA|AE|", "referral-unknown");
        assertThat(send(message("OSU^O51", "ORC|OK|")).orElse("")).contains("MSA|AE|", "referral-missing");
        assertThat(send(message("OSU^O51", "ORC|XX|" + number)).orElse("")).contains("order-control-unclear");
        assertThat(send(message("SIU^S12", "SCH|1")).orElse("")).contains("MSA|AE|", "referral-missing");
        assertThat(send(message("OMG^O19", "ORC|NW|1")).orElse("")).contains("MSA|AE|", "no-identifier");
        String stranger = message("OSU^O51", "ORC|OK|" + number).replace("|PANTRY|", "|STRANGER|");
        assertThat(send(stranger).orElse("")).contains("MSA|AR|", "unknown-sender", "msg_");
    }

    private static String appointment(String number, String start) {
        return "SCH|A-1||||||||||^^^" + start + "|||||||||||||||" + number;
    }

    private String shown(String referral, String field) throws Exception {
        return desk.shown(referral).path(field).asString();
    }

    private String tells(String kind, String segments) throws IOException {
        return MllpSender.code(send(message(kind, segments)));
    }

    private Optional<String> send(String message) throws IOException {
        return sender.send(message.getBytes(StandardCharsets.UTF_8));
    }

    private String message(String kind, String segments) {
        sent++;
        return "MSH|^~\\&|PANTRY|" + pantry.substring(0, Math.min(50, pantry.length())) + "|THROUGHLINE|THROUGHLINE|"
                + TIME.format(clock.instant()) + "||" + kind + "|" + sent + "-" + pantry.substring(4, 20) + "|P|2.5.1\r"
                + segments + "\r";
    }
}
