package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.ledger.LogId;
import care.throughline.command.ledger.SignedHistory.Loss;
import care.throughline.infra.merkle.Hash;
import care.throughline.infra.store.Head;
import care.throughline.infra.store.Heads;
import care.throughline.infra.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database was restored to an earlier moment; the file of checkpoints beside it knows more. */
class SuccessionTest {

    private static final String ORIGIN = LedgerForTests.KEY.origin();

    private final LedgerForTests test = new LedgerForTests();
    private final Succession succession = new Succession(test.parts, test.keyFile);
    private final Head head = new Head();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_was_lost_is_what_was_signed_beyond_the_tree() throws Exception {
        restoredTo(70, 100);
        assertThat(succession.loss()).isEqualTo(new Loss(ORIGIN, 70, 100));
    }

    @Test
    void all_of_it_may_have_been_lost() {
        test.parts.file().append(Checkpoint.sign(100, Hash.OF_NOTHING, LedgerForTests.KEY));
        assertThat(succession.loss()).isEqualTo(new Loss(ORIGIN, 0, 100));
    }

    @Test
    void a_ledger_that_has_lost_nothing_needs_no_new_log() throws Exception {
        test.store(20);
        test.sign();
        assertThatThrownBy(succession::loss)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("has lost nothing that it signed");
    }

    @Test
    void an_alteration_is_not_hidden_behind_a_new_log() throws Exception {
        restoredTo(70, 100);
        test.tamper("update store.event set name = name || '!' where position = 7");
        assertThatThrownBy(succession::loss)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("the event at position 7 is not the one that was hashed")
                .hasMessageContaining("would hide it");
        test.tamper("delete from store.event where position >= 60");
        assertThatThrownBy(succession::loss)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("position 60 is missing");
    }

    @Test
    void the_ledger_refuses_until_a_person_begins_a_new_log_and_then_goes_on_with_the_old_one_beside_it()
            throws Exception {
        restoredTo(70, 100);
        Path log = test.folder.resolve("checkpoints.log");
        String signedBefore = Files.readString(log);
        String keyBefore = Files.readString(test.folder.resolve("ledger.key"));
        test.store(5);
        Heads.advance(head, test.parts.entries().head());
        Follower follower = follower();
        follower.start();
        try {
            Eventually.holds("it refuses", () -> test.parts.findings().open().isPresent());
            assertThat(test.parts.findings().open().orElseThrow().sentence()).contains("signed over 100 events");
            order();
            Eventually.holds(
                    "the new log has signed",
                    () -> test.parts.checkpoints().latest().stream().anyMatch(checkpoint -> checkpoint.size() == 75));
        } finally {
            follower.stop();
        }
        assertThat(test.parts.key().origin()).isEqualTo(ORIGIN + ".2");
        assertThat(test.parts.key().verifying()).isNotEqualTo(LedgerForTests.KEY.verifying());
        assertThat(test.parts.findings().open()).isEmpty();
        assertThat(test.ledger().verify(0, 75).holds()).isTrue();
        assertThat(Files.readString(log)).startsWith(ORIGIN + ".2\n75\n");
        assertThat(Files.readString(beside("checkpoints.log"))).isEqualTo(signedBefore);
        assertThat(Files.readString(beside("ledger.key"))).isEqualTo(keyBefore);
        assertThat(test.ledger().state().checkpoint())
                .satisfies(signed -> assertThat(signed.size()).isEqualTo(75));
        test.store(3);
        test.sign();
        assertThat(test.parts.checkpoints().latest().orElseThrow().size()).isEqualTo(79);
    }

    @Test
    void begun_twice_or_interrupted_it_ends_with_one_new_log() throws Exception {
        restoredTo(70, 100);
        order();
        test.parts.file().endAs("test.example_ledger");
        succession.carryOut();
        SigningKey begun = test.parts.key();
        succession.carryOut();
        assertThat(test.parts.key().verifying()).isEqualTo(begun.verifying());
        assertThat(begun.origin()).isEqualTo(ORIGIN + ".2");
    }

    @Test
    void nothing_is_begun_that_nobody_ordered() throws Exception {
        restoredTo(70, 100);
        succession.carryOut();
        assertThat(test.parts.key().origin()).isEqualTo(ORIGIN);
    }

    /** So many events with their tree as they were, and checkpoints of more. */
    private void restoredTo(int kept, int signed) throws SQLException, Contradiction {
        test.store(kept);
        Checkpoint last = test.sign();
        test.parts.file().append(Checkpoint.sign(signed, last.root(), LedgerForTests.KEY));
    }

    private void order() {
        test.owner("""
                insert into store.event (position, recorded_at, event_id, sequence, version,
                                         aggregate_type, aggregate_id, name, payload, metadata)
                select max(position) + 1, max(recorded_at), gen_random_uuid(), 0, 1, 'Log', '%s', 'ledger.LogBegun',
                       convert_to('{"previous": "%s", "origin": "%s.2"}', 'UTF8'), convert_to('{}', 'UTF8')
                from store.event
                """.formatted(LogId.of(ORIGIN), ORIGIN, ORIGIN));
    }

    private Path beside(String name) throws IOException {
        try (var files = Files.list(test.folder)) {
            List<Path> kept = files.filter(file -> file.getFileName().toString().startsWith(name + ".of-"))
                    .toList();
            assertThat(kept).hasSize(1);
            return kept.getFirst();
        }
    }

    private Follower follower() {
        Patrol none = new Patrol(
                test.parts.comparison(), test.parts.checkpoints(), 0, Clock.systemUTC(), Duration.ofMinutes(1));
        return new Follower(test.parts, succession, head, none, Duration.ZERO, Clock.systemUTC());
    }
}
