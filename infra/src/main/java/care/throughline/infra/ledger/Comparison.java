package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import care.throughline.infra.merkle.Prover;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Compares what is stored now with what the ledger hashed and signed; reads everything anew. */
final class Comparison {

    private final DataSource dataSource;
    private final StoredEntries entries;
    private final Supplier<VerifyingKey> key;

    Comparison(DataSource dataSource, Supplier<VerifyingKey> key) {
        this.dataSource = dataSource;
        this.entries = new StoredEntries(dataSource);
        this.key = key;
    }

    /** Compares the events from one position to another, both included, with their leaves, and these with the nodes above.
     *
     * @param size the size of the tree, beyond both positions
     * @throws Contradiction at the first difference
     */
    void events(long from, long to, long size) throws Contradiction {
        Tiles tiles = new Tiles(dataSource);
        long next = from;
        while (next <= to) {
            List<StoredEntry> page = entries.between(next, to);
            if (page.isEmpty()) {
                throw missing(next);
            }
            for (StoredEntry entry : page) {
                if (entry.position() != next) {
                    throw missing(next);
                }
                int place = (int) (next % Tile.WIDTH);
                Tile tile = tiles.tile(0, next / Tile.WIDTH, place + 1);
                if (place >= tile.width()) {
                    throw new Contradiction(next, "the ledger has lost its hash of the event at position " + next);
                }
                if (!entry.leaf().equals(tile.hash(place))) {
                    throw new Contradiction(next, "the event at position " + next + " is not the one that was hashed");
                }
                next++;
            }
        }
        nodesAbove(tiles, from, to, size);
    }

    private static void nodesAbove(Tiles tiles, long from, long to, long size) throws Contradiction {
        long first = from / Tile.WIDTH;
        long last = to / Tile.WIDTH;
        long complete = size / Tile.WIDTH;
        for (int level = 0; complete > 0; level++) {
            for (long index = first; index <= Math.min(last, complete - 1); index++) {
                node(tiles, level, index);
            }
            first /= Tile.WIDTH;
            last /= Tile.WIDTH;
            complete /= Tile.WIDTH;
        }
    }

    private static void node(Tiles tiles, int level, long index) throws Contradiction {
        int place = (int) (index % Tile.WIDTH);
        Tile above = tiles.tile(level + 1, index / Tile.WIDTH, place + 1);
        Tile tile = tiles.tile(level, index, Tile.WIDTH);
        if (!tile.isFull()
                || place >= above.width()
                || !tile.node(Tile.HEIGHT, 0).equals(above.hash(place))) {
            long position = index << (Tile.HEIGHT * (level + 1));
            throw new Contradiction(
                    position, "the ledger's own hashes from position " + position + " on do not fit together");
        }
    }

    /** Compares the tree with a checkpoint: its signature, and the root that the hashes make today.
     *
     * @throws Contradiction if they differ
     */
    void tree(Checkpoint checkpoint, long size) throws Contradiction {
        if (checkpoint.size() > size) {
            throw new Contradiction(
                    size,
                    "a checkpoint was signed over " + checkpoint.size() + " events, but the ledger holds only " + size);
        }
        if (!signedAsItSays(checkpoint)) {
            throw new Contradiction(
                    checkpoint.size() - 1,
                    "the checkpoint of " + checkpoint.size() + " events is not what was signed with the ledger's key");
        }
        Hash root;
        try {
            root = new Prover(new Tiles(dataSource)).root(checkpoint.size());
        } catch (IndexOutOfBoundsException e) {
            throw new Contradiction(
                    checkpoint.size() - 1,
                    "the ledger has lost hashes below its checkpoint of " + checkpoint.size() + " events");
        }
        if (!root.equals(checkpoint.root())) {
            throw new Contradiction(
                    checkpoint.size() - 1,
                    "the ledger's hashes do not make the root that was signed over " + checkpoint.size() + " events");
        }
    }

    private boolean signedAsItSays(Checkpoint checkpoint) {
        try {
            return Checkpoint.parse(checkpoint.note(), key.get()).equals(checkpoint);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The store must not end before the tree does. */
    void length(long size) throws Contradiction {
        long head = entries.head();
        if (head + 1 < size) {
            throw missing(head + 1);
        }
    }

    /** Looks whether a contradiction found earlier is still there. */
    Optional<Contradiction> still(long position, long size) {
        try {
            length(size);
            long to = Math.min(position, size - 1);
            if (to >= 0) {
                events(to, to, size);
            }
            return Optional.empty();
        } catch (Contradiction e) {
            return Optional.of(e);
        }
    }

    private static Contradiction missing(long position) {
        return new Contradiction(position, "the event at position " + position + " is missing from the store");
    }
}
