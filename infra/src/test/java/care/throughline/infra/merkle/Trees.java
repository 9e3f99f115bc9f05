package care.throughline.infra.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small trees, hashed in the slow and obvious way. */
final class Trees {

    private Trees() {}

    static Hash leaf(long index) {
        return Hash.leaf(("entry " + index).getBytes(StandardCharsets.US_ASCII));
    }

    /** Computes each subtree from its leaves. */
    static Hash subtree(int height, long index) {
        return height == 0
                ? leaf(index)
                : Hash.node(subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1));
    }

    /** The root as RFC 6962 defines it, recursively. */
    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(leaf(i));
        }
        return leaves;
    }
}
