package care.throughline.infra.sealing;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param masterKeyFile its file ({@code THROUGHLINE_MASTERKEYFILE}); {@code master.key} in the data directory if not given
 * @param previousMasterKeyFile the file with the key before, while the master key is being replaced
 * @param erasureListFile the list of erasures, shared by all nodes; {@code erasures.list} beside the master key if not given
 * @param makeMasterKey whether a missing file may be made; only with the embedded database if not given
 */
@ConfigurationProperties("throughline")
record SealingProperties(
        @Nullable Path masterKeyFile,
        @Nullable Path previousMasterKeyFile,
        @Nullable Path erasureListFile,
        @Nullable Boolean makeMasterKey) {

    Path masterKeyFileIn(Path data) {
        return Objects.requireNonNullElse(masterKeyFile, data.resolve("master.key"));
    }
}
