package care.throughline.infra.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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

@DisabledOnOs(OS.WINDOWS)
class MasterKeyFileTest {

    private static final String SOME_KEY = Base64.getEncoder().encodeToString(new byte[MasterKey.LENGTH]);

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_read_ever_after() throws IOException {
        Path file = folder.resolve("data/master.key");
        MasterKey made = new MasterKeyFile(file).read(true, () -> false);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new MasterKeyFile(file).read(false, () -> true).id()).isEqualTo(made.id());
        assertThat(new MasterKeyFile(folder.resolve("other"))
                        .read(true, () -> false)
                        .id())
                .isNotEqualTo(made.id());
    }

    @Test
    void without_leave_a_missing_file_is_not_made() {
        Path file = folder.resolve("master.key");
        assertThatThrownBy(() -> new MasterKeyFile(file).read(false, () -> false))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("is missing: make one")
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void a_missing_file_is_never_made_while_keys_exist_that_only_it_opens() {
        Path file = folder.resolve("master.key");
        assertThatThrownBy(() -> new MasterKeyFile(file).read(true, () -> true))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("restore the file from its backup");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_others_can_read_is_refused() throws IOException {
        for (String permissions : new String[] {"rw-r--r--", "rw----r--", "rw-rw----", "rw-----w-"}) {
            assertThatThrownBy(() -> new MasterKeyFile(file(SOME_KEY, permissions)).read(true, () -> false))
                    .as(permissions)
                    .isInstanceOf(DamagedVault.class)
                    .hasMessageContaining("chmod 600");
        }
    }

    @Test
    void a_mounted_secret_may_belong_to_the_group_that_runs_us() throws IOException {
        assertThat(new MasterKeyFile(file(SOME_KEY, "r--r-----")).read(false, () -> true))
                .isNotNull();
    }

    @Test
    void a_file_without_a_key_is_refused_and_not_shown() throws IOException {
        assertThatThrownBy(() -> new MasterKeyFile(file("c2hvcnQ=", "rw-------")).read(true, () -> false))
                .hasMessageContaining("holds 5 bytes instead of 32")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> new MasterKeyFile(file("secret!", "rw-------")).read(true, () -> false))
                .hasMessageContaining("no base64")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_file_system_that_knows_no_owners_keeps_it_too() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("keys.zip"), Map.of("create", "true"))) {
            MasterKey made = new MasterKeyFile(zip.getPath("/data/master.key")).read(true, () -> false);
            assertThat(new MasterKeyFile(zip.getPath("/data/master.key"))
                            .read(false, () -> true)
                            .id())
                    .isEqualTo(made.id());
        }
    }

    @Test
    void what_is_no_file_cannot_be_read() throws IOException {
        Path directory = Files.createDirectory(
                folder.resolve("directory"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThatThrownBy(() -> new MasterKeyFile(directory).read(true, () -> false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "master", ".key"), content + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
