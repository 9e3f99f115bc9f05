package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_made_once_and_read_again_after_a_restart() throws IOException {
        Path file = folder.resolve("deeper").resolve("token-key.json");
        assertThat(TokenKey.in(file)).isEqualTo(TokenKey.in(file));
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("token-key.json"), "{}");
        assertThatThrownBy(() -> TokenKey.in(file)).hasMessageContaining("token-key.json");
    }
}
