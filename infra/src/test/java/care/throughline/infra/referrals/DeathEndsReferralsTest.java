package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What happens to the referrals of somebody who has died. */
@ThroughlineTest
class DeathEndsReferralsTest {

    private static final Instant NOW = TestClock.MONDAY_MORNING;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Commands commands;

    private Asking desk;
    private String pantry = "";

    @BeforeEach
    void a_food_bank() throws Exception {
        desk = new Asking(application);
        pantry = desk.foodBank("river-pantry");
    }

    @Test
    void what_nobody_has_accepted_is_cancelled() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        commands.send(new ReportDeath(patient, NOW, NOW));
        assertThat(status(referral)).isEqualTo("CANCELLED");
    }

    @Test
    void somebody_reads_on_the_desk_that_it_ended_and_then_the_line_is_gone() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        commands.send(new ReportDeath(patient, NOW, NOW));
        assertThat(desk.shown(referral).path("waitsFor").asString()).isEqualTo("ACKNOWLEDGEMENT");
        desk.post("/api/referrals/" + referral + "/end-acknowledged", "{}");
        assertThat(desk.shown(referral).path("waitsFor").isNull()).isTrue();
    }

    @Test
    void who_has_accepted_is_asked_to_confirm_and_the_desk_waits_for_it() throws Exception {
        PatientId patient = desk.somebody();
        String referral = accepted(patient);
        commands.send(new ReportDeath(patient, NOW, NOW));
        assertThat(status(referral)).isEqualTo("CANCELLATION_REQUESTED");
        assertThat(desk.shown(referral).path("waitsFor").asString()).isEqualTo("CONFIRMATION");
    }

    @Test
    void a_death_known_of_the_other_record_counts_from_the_merge_on() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        PatientId other = desk.somebody();
        commands.send(new ReportDeath(other, NOW, NOW));
        assertThat(status(referral)).isEqualTo("CREATED");
        commands.send(new MergeInto(patient, other, MergeKind.SAME_IDENTIFIERS, NOW));
        assertThat(status(referral)).isEqualTo("CANCELLED");
    }

    @Test
    void a_death_told_of_the_retired_record_before_the_merge_does_not_count() throws Exception {
        PatientId patient = desk.somebody();
        String referral = desk.sent(patient, pantry);
        PatientId retired = desk.somebody();
        commands.send(new ReportDeath(retired, NOW, NOW.minusSeconds(60)));
        commands.send(new MergeInto(retired, patient, MergeKind.TOLD, NOW));
        assertThat(status(referral)).isEqualTo("CREATED");
    }

    private String accepted(PatientId patient) throws Exception {
        String referral = desk.sent(patient, pantry);
        desk.post("/api/referrals/" + referral + "/performers/" + pantry + "/accepted", "{}");
        return referral;
    }

    private String status(String referral) throws Exception {
        return desk.shown(referral).path("status").asString();
    }
}
