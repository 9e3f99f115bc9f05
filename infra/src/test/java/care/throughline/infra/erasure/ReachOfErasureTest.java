package care.throughline.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.erasure.ErasureCommand.Approve;
import care.throughline.command.erasure.ErasureCommand.LiftHold;
import care.throughline.command.erasure.ErasureCommand.PlaceHold;
import care.throughline.command.erasure.ErasureCommand.Request;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who and what goes with a person. */
@ThroughlineTest
class ReachOfErasureTest {

    private static final Instant NOW = Instant.parse("2026-02-20T14:00:00Z");
    private static final StaffId CLEO = new StaffId("cleo.marsh");
    private static final StaffId RUTH = new StaffId("ruth.adler");

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Progress progress;

    @Autowired
    private ReadModels readModels;

    @Test
    void merged_records_go_with_the_person_and_a_shared_message_with_the_last_it_told_of() {
        PatientId ann = registered("pat_reach-ann");
        PatientId anna = registered("pat_reach-anna");
        PatientId ben = registered("pat_reach-ben");
        commands.send(new MergeInto(anna, ann, MergeKind.TOLD, NOW));
        MessageId alone = applied("msg_reach-alone", Set.of(anna));
        MessageId shared = applied("msg_reach-shared", Set.of(ann, ben));
        readModels.awaitAll();

        erase(ann);
        assertThat(column(ann, "records")).containsExactly(ann.value(), anna.value());
        assertThat(column(ann, "messages")).containsExactly(alone.value());
        assertThat(column(ann, "shared")).containsExactly(shared.value());

        erase(ben);
        assertThat(column(ben, "messages")).containsExactly(shared.value());
        assertThat(column(ben, "shared")).isEmpty();
    }

    @Test
    void an_approved_erasure_waits_for_the_hold_on_any_record_of_the_person_to_be_lifted() {
        PatientId eve = registered("pat_reach-eve");
        PatientId eva = registered("pat_reach-eva");
        commands.send(new PlaceHold(eva, RUTH, "a claim is open", NOW));
        commands.send(new MergeInto(eva, eve, MergeKind.TOLD, NOW));
        readModels.awaitAll();
        approve(eve);
        readModels.awaitAll();
        assertThat(state(eve)).isEqualTo("APPROVED");

        commands.send(new LiftHold(eva, CLEO, "the claim is settled", NOW));
        awaitCertificate(eve);
        assertThat(column(eve, "records")).containsExactly(eva.value(), eve.value());
    }

    private PatientId registered(String id) {
        PatientId patient = new PatientId(id);
        commands.send(new Register(patient, NOW));
        return patient;
    }

    private MessageId applied(String id, Set<PatientId> patients) {
        MessageId message = new MessageId(id);
        commands.ask(new Receive(message, "file", "file:test", "ADT^A08", "", id, 1, NOW), Map.of(), Object.class);
        commands.send(new MarkApplied(message, patients, NOW));
        return message;
    }

    private void approve(PatientId patient) {
        commands.send(new Request(patient, CLEO, Asker.HOUSE, Ground.RETENTION_ENDED, "ten years are over", NOW));
        commands.send(new Approve(patient, RUTH, NOW));
    }

    private void erase(PatientId patient) {
        approve(patient);
        awaitCertificate(patient);
    }

    private void awaitCertificate(PatientId patient) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (db.sql("select count(*) from erasure.file where patient_id = ? and certified_at is not null")
                        .param(patient.value())
                        .query(Integer.class)
                        .single()
                == 0) {
            progress.await("erasure", Long.MAX_VALUE, Duration.ofMillis(50));
            assertThat(System.nanoTime()).as("certified in time").isLessThan(end);
        }
    }

    private String state(PatientId patient) {
        return db.sql("select state from erasure.file where patient_id = ?")
                .param(patient.value())
                .query(String.class)
                .single();
    }

    private List<String> column(PatientId patient, String name) {
        return db.sql("select unnest(" + name + ") from erasure.file where patient_id = ? order by 1")
                .param(patient.value())
                .query(String.class)
                .list();
    }
}
