package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Frontier;
import care.throughline.infra.merkle.Hash;
import care.throughline.infra.merkle.Subtrees;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds leaves at the right edge of the tree and writes what they complete, one transaction for each batch. */
final class Growth {

    private static final String INSERT = "insert into ledger.run (level, first, hashes) values (?, ?, ?)";

    private final Connection connection;
    private final Frontier frontier;

    /** Goes on from the tree of this size. The connection does not commit by itself. */
    Growth(Connection connection, long size, Subtrees subtrees) {
        this.connection = connection;
        this.frontier = new Frontier(size, subtrees);
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    /** Adds these and commits; after an error this growth is of no more use.
     *
     * @throws Contradiction if they are not the events that come next
     */
    void add(List<StoredEntry> entries) throws Contradiction, SQLException {
        Map<Place, Run> runs = new TreeMap<>();
        for (StoredEntry entry : entries) {
            if (entry.position() != frontier.size()) {
                throw new Contradiction(
                        frontier.size(), "the event at position " + frontier.size() + " is missing from the store");
            }
            frontier.add(entry.leaf(), (height, index, root) -> collect(runs, height, index, root));
        }
        write(runs);
    }

    /** Runs end at the end of a tile. */
    private static void collect(Map<Place, Run> runs, int height, long index, Hash root) {
        if (height % Tile.HEIGHT == 0) {
            Place place = new Place(height / Tile.HEIGHT, index / Tile.WIDTH);
            runs.computeIfAbsent(place, fresh -> new Run(index)).writeBytes(root.bytes());
        }
    }

    private void write(Map<Place, Run> runs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<Place, Run> run : runs.entrySet()) {
                insert.setInt(1, run.getKey().level());
                insert.setLong(2, run.getValue().first);
                insert.setBytes(3, run.getValue().toByteArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private record Place(int level, long tile) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return level == other.level ? Long.compare(tile, other.tile) : Integer.compare(level, other.level);
        }
    }

    private static final class Run extends ByteArrayOutputStream {

        private final long first;

        Run(long first) {
            this.first = first;
        }
    }
}
