package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

    private static final Tile FULL = tile(Tile.WIDTH);

    @Test
    void it_is_as_wide_as_it_has_hashes() {
        assertThat(FULL.isFull()).isTrue();
        assertThat(tile(255).isFull()).isFalse();
        assertThat(tile(255).width()).isEqualTo(255);
        assertThat(FULL.hash(3)).isEqualTo(leaf(3));
        assertThat(tile(2).first(2)).hasSize(2 * Hash.LENGTH);
        assertThat(tile(2).first(3)).isNull();
    }

    @Test
    void its_nodes_are_those_of_the_tree() {
        assertThat(FULL.node(0, 5)).isEqualTo(leaf(5));
        assertThat(FULL.node(1, 4)).isEqualTo(Hash.node(leaf(4), leaf(5)));
        assertThat(FULL.node(2, 4)).isEqualTo(Hash.node(FULL.node(1, 4), FULL.node(1, 6)));
        assertThat(FULL.node(Tile.HEIGHT, 0)).isEqualTo(Hash.node(FULL.node(7, 0), FULL.node(7, 128)));
        assertThatThrownBy(() -> tile(255).node(Tile.HEIGHT, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_proof_is_written_line_by_line() {
        assertThat(ProofText.of(7, List.of(leaf(1), leaf(2)), "checkpoint"))
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 7\n" + leaf(1) + "\n" + leaf(2) + "\n\ncheckpoint");
    }

    private static Tile tile(int width) {
        byte[] hashes = new byte[width * Hash.LENGTH];
        for (int index = 0; index < width; index++) {
            leaf(index).copyTo(hashes, index * Hash.LENGTH);
        }
        return new Tile(hashes);
    }

    private static Hash leaf(int index) {
        return Hash.leaf(new byte[] {(byte) index});
    }
}
