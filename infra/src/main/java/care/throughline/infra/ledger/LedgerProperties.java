package care.throughline.infra.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param origin the name of a log that is begun; by chance if not given, and never changed afterwards
 * @param keyFile with the key that signs; {@code ledger.key} in the data directory if not given; the same on all nodes
 * @param makeKey whether a missing key may be made; only with the embedded database if not given
 * @param checkpointFile to which checkpoints are appended; {@code checkpoints.log} in the data directory if not given
 * @param checkpointEvery at most so often, and only when there is something new
 * @param patrol how many events each second are compared with the tree, 0 for none
 * @param witness elsewhere, if there is one
 */
@ConfigurationProperties("throughline.ledger")
record LedgerProperties(
        @Nullable String origin,
        @Nullable Path keyFile,
        @Nullable Boolean makeKey,
        @Nullable Path checkpointFile,
        @DefaultValue("5s") Duration checkpointEvery,
        @DefaultValue("1000") int patrol,
        @Nullable WitnessAt witness) {

    /**
     * A witness that speaks C2SP {@code tlog-witness}.
     *
     * @param url its submission prefix
     * @param key its public key, as signed notes write it
     */
    record WitnessAt(URI url, String key) {}
}
