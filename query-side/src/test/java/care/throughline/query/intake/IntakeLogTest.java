package care.throughline.query.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.intake.Messages.Filter;
import care.throughline.query.intake.Messages.Message;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeLogTest {

    private static final Instant NOW = Instant.parse("2026-11-03T15:04:00Z");

    private final ReadModel model = ReadModel.of(db -> new IntakeLog(db, Batch.NONE));
    private final Messages messages = new Messages(model.db(), patients -> {});

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_message_that_could_not_be_applied_waits_until_somebody_corrects_it() {
        model.told(received("1", 0), aside("1", 1));
        assertThat(messages.waiting()).isEqualTo(1);
        assertThat(the("1").status()).isEqualTo("SET_ASIDE");
        assertThat(the("1").sentence()).isEqualTo("The patient number is missing.");

        model.told(new IntakeEvent.MessageCorrected(id("1"), new StaffId("ina"), "digest", NOW.plusSeconds(60)));
        assertThat(the("1").status()).isEqualTo("CORRECTED");
        assertThat(messages.waiting()).as("corrected is not applied").isEqualTo(1);

        model.told(applied("1", 61));
        assertThat(the("1").status()).isEqualTo("APPLIED");
        assertThat(the("1").answer()).isEqualTo("AA");
        assertThat(messages.waiting()).isZero();
    }

    @Test
    void what_waits_longest_comes_first_and_everything_else_newest_first() {
        model.told(received("1", 0), aside("1", 0), received("2", 5), received("3", 6), aside("3", 6));

        assertThat(ids(Filter.WAITING)).containsExactly("msg_1", "msg_3");
        assertThat(ids(Filter.ALL)).containsExactly("msg_3", "msg_2", "msg_1");
    }

    @Test
    void a_repeat_is_counted_and_changes_nothing_else() {
        model.told(received("1", 0), applied("1", 1), new IntakeEvent.MessageRepeated(id("1"), NOW.plusSeconds(9)));

        assertThat(the("1").repeats()).isEqualTo(1);
        assertThat(the("1").status()).isEqualTo("APPLIED");
        assertThat(ids(Filter.REPEATED)).containsExactly("msg_1");
    }

    @Test
    void a_discarded_message_waits_no_more_and_says_why() {
        model.told(
                received("1", 0),
                aside("1", 1),
                new IntakeEvent.MessageDiscarded(
                        id("1"), new StaffId("ina"), Personal.of(id("1"), "a test message"), NOW.plusSeconds(2)));

        assertThat(messages.waiting()).isZero();
        assertThat(the("1").discardReason()).isEqualTo("a test message");
        assertThat(ids(Filter.DISCARDED)).containsExactly("msg_1");
    }

    @Test
    void long_lists_come_in_pages() {
        for (int i = 0; i < Messages.PAGE + 3; i++) {
            model.told(received("m" + i, i));
        }

        Messages.Page first = messages.find(Filter.ALL, null);
        assertThat(first.messages()).hasSize(Messages.PAGE);
        assertThat(messages.find(Filter.ALL, first.next()).messages()).hasSize(3);
    }

    private Message the(String id) {
        return messages.show(id(id)).orElseThrow();
    }

    private List<String> ids(Filter filter) {
        return messages.find(filter, null).messages().stream()
                .map(Message::message)
                .toList();
    }

    private static MessageId id(String id) {
        return new MessageId("msg_" + id);
    }

    private static IntakeEvent received(String id, int seconds) {
        return new IntakeEvent.MessageReceived(
                id(id), "mllp", "RVBND", "ADT^A03", "c" + id, "digest", 400, NOW.plusSeconds(seconds));
    }

    private static IntakeEvent aside(String id, int seconds) {
        return new IntakeEvent.MessageSetAside(
                id(id),
                IntakeEvent.Answer.AE,
                "patient-missing",
                Personal.of(id(id), "The patient number is missing."),
                NOW.plusSeconds(seconds));
    }

    private static IntakeEvent applied(String id, int seconds) {
        return new IntakeEvent.MessageApplied(id(id), Set.of(new PatientId("pat_a")), NOW.plusSeconds(seconds));
    }
}
