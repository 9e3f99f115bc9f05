package care.throughline.query.segments;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.IdentifierKey;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Purpose;
import care.throughline.events.consent.Recipient;
import care.throughline.events.consent.Terms;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.patient.IdentifierEvent.IdentifierClaimed;
import care.throughline.query.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final Set<Sensitivity> PART2 = Set.of(Sensitivity.PART2);
    private static final PatientId ANN = new PatientId("pat_ann");
    private static final PatientId BEN = new PatientId("pat_ben");
    private static final MessageId MESSAGE = new MessageId("msg_1");
    private static final StaffId NORA = new StaffId("nora");
    private static final Instant NOON = Instant.parse("2026-11-10T17:00:00Z");

    private final ReadModel model = ReadModel.of(Segments::new);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_message_is_nobodys_until_it_is_applied_and_then_theirs_whom_it_was_about() {
        model.told(received(), PART2);
        assertThat(model.rows("subject")).containsExactly("(msg_1,\"PART2 \")");
        model.told(new IntakeEvent.MessageApplied(MESSAGE, Set.of(ANN), NOON), PART2);
        model.told(new IntakeEvent.MessageRepeated(MESSAGE, NOON), PART2);
        assertThat(model.rows("subject")).containsExactly("(msg_1,\"PART2 pat_ann\")");
    }

    @Test
    void what_carries_no_label_leaves_no_row() {
        model.told(received());
        model.told(new IntakeEvent.MessageApplied(MESSAGE, Set.of(ANN), NOON));
        assertThat(model.rows("subject")).isEmpty();
        assertThat(model.rows("owner")).isEmpty();
    }

    @Test
    void an_event_without_a_subject_of_its_own_is_marked_by_its_position() {
        model.told(new IdentifierClaimed(new IdentifierKey("idk_1"), ANN, NOON), PART2);
        assertThat(model.rows("event")).containsExactly("(1,\"PART2 pat_ann\")");
    }

    @Test
    void a_consent_is_labelled_like_what_it_covers_and_kept_with_its_revocation() {
        model.told(given(), PART2);
        model.told(
                new ConsentEvent.Revoked(
                        ANN,
                        new ConsentId("consent_1"),
                        Sensitivity.PART2,
                        NORA,
                        Personal.of(ANN, "by letter"),
                        NOON.plusSeconds(60)),
                PART2);
        assertThat(model.rows("event")).hasSize(2);
        assertThat(model.rows("consent"))
                .singleElement()
                .asString()
                .contains("drawer 3", "by letter", "{HPAYMT,TREAT}");
    }

    @Test
    void nothing_is_left_of_who_was_erased_and_others_stay() {
        model.told(given(), PART2);
        model.told(received(), PART2);
        model.told(new IntakeEvent.MessageApplied(MESSAGE, Set.of(ANN, BEN), NOON), PART2);
        model.told(new PatientErased(
                new ErasureId("era_1"),
                ANN,
                new Scope(Set.of(ANN), Set.of(), Set.of(MESSAGE)),
                NORA,
                new StaffId("cleo"),
                List.of(),
                false,
                NOON));
        assertThat(model.rows("consent")).isEmpty();
        assertThat(model.rows("event")).isEmpty();
        assertThat(model.rows("subject")).containsExactly("(msg_1,\"PART2 pat_ben\")");
    }

    private static IntakeEvent.MessageReceived received() {
        return new IntakeEvent.MessageReceived(MESSAGE, "mllp", "hl7:HBREC", "ADT^A01", "1", "digest", 9, NOON);
    }

    private static ConsentEvent.Given given() {
        Terms terms = new Terms(
                Sensitivity.PART2,
                Set.of(Purpose.TREAT, Purpose.HPAYMT),
                Recipient.TREATING_TEAM,
                null,
                LocalDate.parse("2026-11-09"),
                null);
        return new ConsentEvent.Given(ANN, new ConsentId("consent_1"), terms, NORA, Personal.of(ANN, "drawer 3"), NOON);
    }
}
