package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Up to 256 consecutive hashes of one level, side by side, as {@code tlog-tiles} serves them. */
final class Tile {

    static final int WIDTH = 256;

    /** How many levels of the tree one tile spans. */
    static final int HEIGHT = 8;

    private final byte[] hashes;

    Tile(byte[] hashes) {
        this.hashes = hashes;
    }

    int width() {
        return hashes.length / Hash.LENGTH;
    }

    boolean isFull() {
        return width() == WIDTH;
    }

    Hash hash(int index) {
        return Hash.at(index * Hash.LENGTH, hashes);
    }

    /** The node over {@code 1 << height} of its hashes from this one on. */
    Hash node(int height, int first) {
        if (height == 0) {
            return hash(first);
        }
        int half = 1 << (height - 1);
        return Hash.node(node(height - 1, first), node(height - 1, first + half));
    }

    /** The first of its hashes as bytes, or nothing if it has not so many. */
    byte @Nullable [] first(int count) {
        return count <= width() ? Arrays.copyOf(hashes, count * Hash.LENGTH) : null;
    }
}
