package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    private static final VerifyingKey VERIFYING = LedgerForTests.KEY.verifying();

    @TempDir
    private Path folder;

    private Path path;
    private CheckpointFile file;

    @BeforeEach
    void no_file() {
        path = folder.resolve("in/checkpoints.log");
        file = new CheckpointFile(path);
    }

    @Test
    void it_holds_every_checkpoint_followed_by_an_empty_line() {
        Checkpoint first = signed(1);
        Checkpoint second = signed(2);
        file.append(first);
        file.append(second);
        assertThat(path).hasContent(first.note() + "\n" + second.note() + "\n");
        assertThat(file.last(VERIFYING)).contains(second);
    }

    @Test
    void one_checkpoint_is_the_last() {
        file.append(signed(1));
        assertThat(file.last(VERIFYING)).contains(signed(1));
    }

    @Test
    void a_log_that_has_ended_keeps_its_file_and_the_next_begins_one() throws IOException {
        file.endAs("first");
        assertThat(folder.resolve("in/checkpoints.log.of-first")).doesNotExist();
        file.append(signed(1));
        String before = Files.readString(path);
        file.endAs("first");
        assertThat(path).doesNotExist();
        file.append(signed(2));
        file.endAs("first");
        assertThat(folder.resolve("in/checkpoints.log.of-first"))
                .as("not written over")
                .hasContent(before);
        assertThat(file.last(VERIFYING)).contains(signed(2));
    }

    @Test
    void what_cannot_be_written_or_read_is_told() throws IOException {
        Files.createDirectories(path);
        assertThatThrownBy(() -> file.append(signed(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not be written");
        assertThatThrownBy(() -> file.last(VERIFYING))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void the_text_that_is_signed_ends_before_the_empty_line() {
        assertThat(signed(9).text()).isEqualTo("test.example/ledger\n9\n" + Hash.OF_NOTHING + "\n");
        assertThat(signed(9).note()).startsWith(signed(9).text() + "\n— test.example/ledger ");
    }

    @Test
    void a_note_without_its_lines_or_signature_is_none() {
        for (String note : List.of("", "\n\n\n\n\n", signed(9).text(), signed(9).text() + "\n— x y\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(note, VERIFYING))
                    .as(note)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        String tooShort = LedgerForTests.KEY.sign("test.example/ledger\n9\n");
        assertThatThrownBy(() -> Checkpoint.parse(tooShort, VERIFYING)).hasMessageContaining("no checkpoint");
    }

    @Test
    void the_key_in_use_is_read_again_when_its_file_was_replaced() throws IOException {
        Path keyFile = folder.resolve("ledger.key");
        KeyFile keys = new KeyFile(keyFile);
        SigningKey first = keys.read(true, null, () -> false);
        CurrentKey current = new CurrentKey(keyFile, () -> keys.read(false, null, () -> true));
        assertThat(current.get()).isSameAs(current.get());
        keys.replace(LedgerForTests.key("second", 2), "first");
        Files.setLastModifiedTime(keyFile, FileTime.fromMillis(86_400_000));
        assertThat(current.get().origin()).isEqualTo("second").isNotEqualTo(first.origin());
        assertThat(current.get()).isSameAs(current.get());
        Files.delete(keyFile);
        assertThatThrownBy(current::get).hasMessageContaining("cannot be looked at");
    }

    private static Checkpoint signed(int size) {
        return Checkpoint.sign(size, Hash.OF_NOTHING, LedgerForTests.KEY);
    }
}
