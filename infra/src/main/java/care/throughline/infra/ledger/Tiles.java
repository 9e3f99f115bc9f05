package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import care.throughline.infra.merkle.Subtrees;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tree as it is kept, tile by tile; a tile is remembered until more of it is asked for, because hashes never change. */
final class Tiles implements Subtrees {

    private static final int REMEMBERED = 1_024;
    private static final String RUNS =
            "select first, hashes from ledger.run where level = ? and first between ? and ? order by first";
    private static final String SIZE =
            "select first + octet_length(hashes) / 32 from ledger.run where level = 0 order by first desc limit 1";

    private final JdbcTemplate jdbc;
    private final Cache<Place, Tile> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Place(int level, long index) {}

    Tiles(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** How many leaves are kept. */
    long size() {
        return jdbc.queryForList(SIZE, Long.class).stream().findFirst().orElse(0L);
    }

    /** The tile with so many hashes, or with all that there are of it if these are fewer. */
    Tile tile(int level, long index, int width) {
        Place place = new Place(level, index);
        Tile known = remembered.getIfPresent(place);
        if (known != null && known.width() >= width) {
            return known;
        }
        Tile read = read(place);
        remembered.put(place, read);
        return read;
    }

    @Override
    public Hash root(int height, long index) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long first = index << within;
        int place = (int) (first % Tile.WIDTH);
        return tile(level, first / Tile.WIDTH, place + (1 << within)).node(within, place);
    }

    private Tile read(Place place) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        long first = place.index() * Tile.WIDTH;
        jdbc.query(
                RUNS,
                row -> {
                    if (row.getLong(1) == first + hashes.size() / Hash.LENGTH) {
                        hashes.writeBytes(row.getBytes(2));
                    }
                },
                place.level(),
                first,
                first + Tile.WIDTH - 1);
        return new Tile(hashes.toByteArray());
    }
}
