package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_found_again() {
        SigningKey made = new KeyFile(folder.resolve("new/ledger.key")).read(true, null, () -> false);
        SigningKey found = new KeyFile(folder.resolve("new/ledger.key")).read(false, "ignored", () -> true);
        assertThat(found.secret()).isEqualTo(made.secret());
        assertThat(made.origin()).matches("throughline-ledger/[0-9a-f]{16}");
    }

    @Test
    void a_log_is_named_as_the_operator_says() {
        SigningKey made = new KeyFile(folder.resolve("key")).read(true, "clinic.example/ledger", () -> false);
        assertThat(made.verifying().line()).startsWith("clinic.example/ledger+");
        assertThatThrownBy(() -> new KeyFile(folder.resolve("other")).read(true, "a b", () -> false))
                .isInstanceOf(KeyFile.UnusableKey.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_reads_it() throws IOException {
        Path file = folder.resolve("key");
        new KeyFile(file).read(true, null, () -> false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyFile(file).read(false, null, () -> true))
                .hasMessageContaining("open to others");
    }

    @Test
    void a_file_system_that_knows_no_owners_keeps_it_too() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("keys.zip"), Map.of("create", "true"))) {
            Path file = zip.getPath("/ledger.key");
            SigningKey made = new KeyFile(file).read(true, null, () -> false);
            assertThat(new KeyFile(file).read(false, null, () -> true).secret()).isEqualTo(made.secret());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_key_of_a_log_that_has_ended_is_kept_beside_the_new_one() throws IOException {
        Path file = folder.resolve("key");
        KeyFile keys = new KeyFile(file);
        SigningKey first = keys.read(true, null, () -> false);
        Files.writeString(folder.resolve("key.new"), "left behind by a crash");
        keys.replace(LedgerForTests.key("second", 2), "first");
        keys.replace(LedgerForTests.key("third", 3), "first");
        assertThat(keys.read(false, null, () -> true).origin()).isEqualTo("third");
        assertThat(folder.resolve("key.of-first")).hasContent(first.secret());
        assertThat(folder.resolve("key.new")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_key_is_not_replaced_once_something_was_signed() {
        assertThatThrownBy(() -> new KeyFile(folder.resolve("key")).read(true, null, () -> true))
                .hasMessageContaining("restore the file");
        assertThatThrownBy(() -> new KeyFile(folder.resolve("key")).read(false, null, () -> false))
                .hasMessageContaining("make-key");
    }

    @Test
    void a_file_without_a_key_is_refused() throws IOException {
        Path file = folder.resolve("key");
        new KeyFile(file).read(true, null, () -> false);
        String good = LedgerForTests.KEY.secret();
        for (String content : new String[] {
            "", "PRIVATE+KEY+a", "PRIVATE+KEY+a+b+AAAA", "PRIVATE+KEY+a+b+!", "PUBLIC" + good.substring(7), ofType(4)
        }) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> new KeyFile(file).read(false, null, () -> true))
                    .as(content)
                    .hasMessageContaining("holds no key");
        }
        Files.writeString(file, good.replace("test.example", "fake.example"));
        assertThatThrownBy(() -> new KeyFile(file).read(false, null, () -> true))
                .hasMessageContaining("holds no key");
        Files.writeString(file, good);
        assertThat(new KeyFile(file).read(false, null, () -> true).origin()).isEqualTo("test.example/ledger");
    }

    /** A key of another type of the same notes, such as a witness's. */
    private static String ofType(int type) {
        String[] parts = LedgerForTests.KEY.secret().split("\\+", 5);
        byte[] typed = Base64.getDecoder().decode(parts[4]);
        typed[0] = (byte) type;
        return String.join(
                "+", "PRIVATE", "KEY", parts[2], parts[3], Base64.getEncoder().encodeToString(typed));
    }
}
