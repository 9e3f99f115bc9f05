package care.throughline.infra.merkle;

import org.jspecify.annotations.Nullable;

/** The right edge of a growing tree: enough to add leaves and to know the root. Not for several threads. */
public final class Frontier {

    private static final int HEIGHTS = 63;

    /** By height; one stands wherever the size has a bit. */
    private final @Nullable Hash[] complete = new Hash[HEIGHTS];

    private long size;

    /** That of a tree without leaves. */
    public Frontier() {}

    /** That of the tree of this size. */
    public Frontier(long size, Subtrees subtrees) {
        this.size = size;
        for (int height = 0; height < HEIGHTS; height++) {
            if (has(height)) {
                complete[height] = subtrees.root(height, (size >> height) - 1);
            }
        }
    }

    /** Adds a leaf and tells of every subtree that it completes, the leaf itself first. */
    public void add(Hash leaf, Completed completed) {
        Hash hash = leaf;
        int height = 0;
        completed.subtree(0, size, hash);
        for (Hash left = complete[0]; left != null; left = complete[height]) {
            complete[height] = null;
            height++;
            hash = Hash.node(left, hash);
            completed.subtree(height, size >> height, hash);
        }
        complete[height] = hash;
        size++;
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is. */
    public Hash root() {
        Hash root = null;
        for (Hash subtree : complete) {
            if (subtree != null) {
                root = root == null ? subtree : Hash.node(subtree, root);
            }
        }
        return root == null ? Hash.OF_NOTHING : root;
    }

    private boolean has(int height) {
        return (size >> height & 1) == 1;
    }

    /** Hears of subtrees as they are completed. */
    @FunctionalInterface
    public interface Completed {

        /** The subtree over the leaves from {@code index << height} on is complete and has this root. */
        void subtree(int height, long index, Hash root);
    }
}
