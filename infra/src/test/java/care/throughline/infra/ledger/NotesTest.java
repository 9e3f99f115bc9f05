package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

    private static final VerifyingKey VERIFYING = LedgerForTests.KEY.verifying();
    private static final Checkpoint CHECKPOINT = Checkpoint.sign(9, Hash.OF_NOTHING, LedgerForTests.KEY);

    @TempDir
    Path folder;

    /** The key and the note in the documentation of the Go package that signed notes come from. */
    @Test
    void a_published_note_is_verified() {
        VerifyingKey published =
                VerifyingKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;
        assertThat(published.signed(note)).isTrue();
        assertThat(published.signed(note.replace("answer", "Answer"))).isFalse();
        assertThat(published.signed(note.replace("PeterNeumann ", "Peter "))).isFalse();
    }

    @Test
    void a_checkpoint_is_read_back_and_no_other_key_nor_text_passes() {
        assertThat(Checkpoint.parse(CHECKPOINT.note(), VERIFYING)).isEqualTo(CHECKPOINT);
        VerifyingKey other = LedgerForTests.key("test.example/ledger", 2).verifying();
        assertThatThrownBy(() -> Checkpoint.parse(CHECKPOINT.note(), other)).hasMessageContaining("no checkpoint");
        assertThatThrownBy(() -> Checkpoint.parse(CHECKPOINT.note().replace("\n9\n", "\n8\n"), VERIFYING))
                .hasMessageContaining("no checkpoint");
        assertThatThrownBy(() -> Checkpoint.parse("test.example/ledger\n", VERIFYING))
                .hasMessageContaining("no checkpoint");
        String elsewhere = LedgerForTests.key("other.example", 1).sign("other.example\n9\nx\n");
        assertThatThrownBy(() -> Checkpoint.parse(elsewhere, VERIFYING)).hasMessageContaining("no checkpoint");
        assertThat(VERIFYING.signed("no note")).isFalse();
    }

    @Test
    void what_is_no_public_key_is_refused() {
        for (String line :
                List.of("", "a+b", "a+00000000+AQ==", VERIFYING.line().replace("test", "best"))) {
            assertThatThrownBy(() -> VerifyingKey.parse(line)).as(line).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_last_whole_checkpoint_of_the_file_counts() throws IOException {
        Path path = folder.resolve("in/checkpoints.log");
        CheckpointFile file = new CheckpointFile(path);
        assertThat(file.last(VERIFYING)).isEmpty();
        for (int size = 1; size <= 60; size++) {
            file.append(Checkpoint.sign(size, Hash.OF_NOTHING, LedgerForTests.KEY));
        }
        assertThat(file.last(VERIFYING).map(Checkpoint::size)).contains(60L);
        Files.writeString(path, CHECKPOINT.note().substring(0, 70), StandardOpenOption.APPEND);
        assertThat(file.last(VERIFYING).map(Checkpoint::size)).contains(60L);
        Files.writeString(path, "nothing");
        assertThat(file.last(VERIFYING)).isEmpty();
    }

    @Test
    void positions_are_written_as_ranges() {
        assertThat(Positions.of(List.of(3L, 4L, 5L, 9L, 12L, 13L), 13)).hasToString("3-5,9,12");
        assertThat(Positions.of(List.of(), 13)).hasToString("none");
        assertThat(Positions.of(null, 13)).hasToString("0-12");
        assertThat(Positions.of(null, 0)).hasToString("none");
        assertThat(Positions.of(List.of(0L, 1L), 2).isAllOf(2)).isTrue();
        assertThat(Positions.of(List.of(0L, 1L), 2).isAllOf(3)).isFalse();
    }
}
