package care.throughline.infra.merkle;

/** Where the hashes of complete subtrees are kept; everything else of a tree follows from them. */
@FunctionalInterface
public interface Subtrees {

    /** The root over the leaves from {@code index << height} on, {@code 1 << height} of them, all of which exist. */
    Hash root(int height, long index);
}
