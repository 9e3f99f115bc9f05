package care.throughline.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilePathTest {

    @Test
    void the_number_of_a_tile_is_written_in_groups_of_three_digits() {
        assertThat(TilePath.parse("x001/x234/067")).contains(new TilePath(1_234_067, 256));
        assertThat(TilePath.parse("000")).contains(new TilePath(0, 256));
        assertThat(TilePath.parse("273.p/112")).contains(new TilePath(273, 112));
    }

    @Test
    void anything_else_is_no_tile() {
        for (String address : new String[] {
            "",
            "1",
            "0001",
            "x001",
            "x000/001",
            "x001/67",
            "001/002",
            "001.p/0",
            "001.p/256",
            "001.p/08",
            "001.p",
            "entries/000"
        }) {
            assertThat(TilePath.parse(address)).as(address).isEmpty();
        }
    }
}
