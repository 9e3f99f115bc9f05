package care.throughline.infra.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashTest {

    /** The root of an empty tree and the hash of an empty entry, as the tests of Certificate Transparency logs print them. */
    @Test
    void known_hashes_are_reproduced() {
        assertThat(hex(Hash.OF_NOTHING)).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(hex(Hash.leaf(new byte[0]))).startsWith("6e340b9cffb37a989ca544e6bb780a2c");
        assertThat(hex(Hash.node(Hash.leaf(new byte[0]), Hash.leaf(new byte[] {0}))))
                .startsWith("fac54203e7cc696cf0dfcb42c92a1d9d");
    }

    @Test
    void a_hash_is_the_same_from_text_and_from_bytes() {
        Hash hash = Trees.leaf(7);
        byte[] page = new byte[3 * Hash.LENGTH];
        hash.copyTo(page, Hash.LENGTH);
        assertThat(Hash.at(Hash.LENGTH, page)).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(Hash.parse(hash.toString())).isEqualTo(hash);
        assertThat(hash).isNotEqualTo(Trees.leaf(8)).isNotEqualTo(hash.toString());
        assertThat(hash.hashCode()).isNotEqualTo(Trees.leaf(8).hashCode());
        assertThat(hash.bytes()).isEqualTo(HexFormat.of().parseHex(hex(hash)));
    }

    @Test
    void what_is_no_hash_is_refused() {
        assertThatThrownBy(() -> Hash.parse("c2hvcnQ=")).hasMessageContaining("not 5");
        assertThatThrownBy(() -> Hash.parse("no base64!")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.at(1, new byte[Hash.LENGTH])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Hash.at(-1, new byte[64])).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
