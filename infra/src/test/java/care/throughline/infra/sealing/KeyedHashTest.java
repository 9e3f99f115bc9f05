package care.throughline.infra.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.BlindIndex;
import care.throughline.events.FacilityCode;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private final MemoryKeys rows = new MemoryKeys();
    private final BlindIndex hash = KeyedHash.of(TestVaults.masters(1), rows);

    @Test
    void the_same_parts_give_the_same_hash_on_every_node() {
        assertThat(KeyedHash.of(TestVaults.masters(1), new MemoryKeys()).hash("RVBND", "12345"))
                .isEqualTo(hash.hash("RVBND", "12345"));
    }

    @Test
    void a_hash_never_changes_over_releases() {
        assertThat(hash.hash("identifier", "RVBND", "12345")).isEqualTo("d6glrcsdpnnp4dieiyzmhvuqkm3naws3");
    }

    @Test
    void a_hash_has_32_characters_that_an_id_may_have() {
        assertThat(hash.hash("RVBND", "12345")).matches("[a-z2-7]{32}");
        assertThat(hash.stayOf(new FacilityCode("RVBND"), "V 1/2").value()).startsWith("stay_");
    }

    @Test
    void parts_do_not_run_together() {
        assertThat(hash.hash("ab", "c")).isNotEqualTo(hash.hash("a", "bc"));
        assertThat(hash.hash("ab")).isNotEqualTo(hash.hash("ab", ""));
    }

    @Test
    void another_installation_gives_another_hash() {
        assertThat(KeyedHash.of(TestVaults.masters(2), new MemoryKeys()).hash("RVBND", "12345"))
                .isNotEqualTo(hash.hash("RVBND", "12345"));
    }

    @Test
    void the_wrong_master_key_is_noticed_at_once() {
        assertThatThrownBy(() -> KeyedHash.of(TestVaults.masters(2), rows))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("master key");
    }

    @Test
    void a_deleted_key_is_not_made_anew() {
        rows.forget("index_key", "x");
        assertThatThrownBy(() -> KeyedHash.of(TestVaults.masters(1), rows)).isInstanceOf(DamagedVault.class);
    }
}
