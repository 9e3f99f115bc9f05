package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import java.util.List;
import java.util.stream.Collectors;

/** Writes C2SP {@code tlog-proof}s. */
final class ProofText {

    private ProofText() {}

    static String of(long index, List<Hash> path, String checkpoint) {
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + lines(path) + "\n" + checkpoint;
    }

    /** One hash a line, as proofs of consistency are written as well. */
    static String lines(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash + "\n").collect(Collectors.joining());
    }
}
