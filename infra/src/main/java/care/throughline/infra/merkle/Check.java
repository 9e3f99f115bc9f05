package care.throughline.infra.merkle;

import java.util.List;

/** Verifies proofs, as RFC 9162 says in 2.1.3.2 and 2.1.4.2; an untidy proof does not hold. */
public final class Check {

    private Check() {}

    /** Whether the proof shows that this leaf is at this index of the tree of this size and root. */
    public static boolean inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (climb.atTop()) {
                return false;
            }
            hash = climb.step() ? Hash.node(sibling, hash) : Hash.node(hash, sibling);
        }
        return climb.atTop() && hash.equals(root);
    }

    /** Whether the proof shows that the tree of the older size and root is the beginning of the newer one; an empty tree
     * is the beginning of every tree, of which there is nothing to prove. */
    public static boolean consistency(long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> proof) {
        if (older <= 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        boolean startsAtOlderRoot = Long.bitCount(older) == 1;
        if (!startsAtOlderRoot && proof.isEmpty()) {
            return false;
        }
        Hash start = startsAtOlderRoot ? olderRoot : proof.get(0);
        return extend(
                older, newer, start, proof.subList(startsAtOlderRoot ? 0 : 1, proof.size()), olderRoot, newerRoot);
    }

    private static boolean extend(long older, long newer, Hash start, List<Hash> path, Hash olderRoot, Hash newerRoot) {
        Climb climb = new Climb(older - 1, newer - 1);
        climb.skipRightTurns();
        Hash before = start;
        Hash after = start;
        for (Hash sibling : path) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.step()) {
                before = Hash.node(sibling, before);
                after = Hash.node(sibling, after);
            } else {
                after = Hash.node(after, sibling);
            }
        }
        return climb.atTop() && before.equals(olderRoot) && after.equals(newerRoot);
    }

    /** The way up from a node to the root: its index and that of the last node, level by level. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        /** Goes up one level, or as many as have no sibling; true if the sibling was on the left. */
        boolean step() {
            boolean left = isRightChild() || node == last;
            while (left && !isRightChild()) {
                up();
            }
            up();
            return left;
        }

        void skipRightTurns() {
            while (isRightChild()) {
                up();
            }
        }

        private boolean isRightChild() {
            return (node & 1) == 1;
        }

        private void up() {
            node >>= 1;
            last >>= 1;
        }
    }
}
