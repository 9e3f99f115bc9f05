package care.throughline.infra.merkle;

import java.util.ArrayList;
import java.util.List;

/** Computes roots and proofs of the tree at any size (RFC 6962, 2.1 to 2.1.2), reading a few subtrees for each. */
public final class Prover {

    private final Subtrees subtrees;

    /** @param subtrees those of a tree at least as large as what is asked about */
    public Prover(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root of the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.OF_NOTHING : range(0, size);
    }

    /** The hashes that lead from a leaf to the root at that size, the leaf's sibling first.
     *
     * @throws IllegalArgumentException if the tree of that size has no such leaf
     */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        climb(index, 0, size, path);
        return path;
    }

    /** The hashes that show that the tree of one size is the beginning of the tree of another.
     *
     * @throws IllegalArgumentException unless 0 <= older <= newer
     */
    public List<Hash> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " does not begin with one of " + older);
        }
        List<Hash> path = new ArrayList<>();
        if (older > 0) {
            extend(older, 0, newer, true, path);
        }
        return path;
    }

    private void climb(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            climb(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            climb(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** @param known whether the verifier has the hash of this range already, because it is the older root */
    private void extend(long end, long from, long to, boolean known, List<Hash> path) {
        if (end == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (end <= middle) {
            extend(end, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            extend(end, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private Hash range(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return subtrees.root(height, from >> height);
        }
        long middle = from + split(size);
        return Hash.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
