package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.events.PatientId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final PatientId ADA = new PatientId("pat_ada");
    private static final PatientId BEN = new PatientId("pat_ben");
    private static final byte[] PLAIN = "Ada Lovelace".getBytes(UTF_8);

    private final MemoryKeys rows = new MemoryKeys();
    private final Vault vault = new Vault(TestVaults.masters(1), rows);

    @Test
    void what_was_sealed_opens_again() {
        assertThat(vault.open(ADA, vault.seal(ADA, PLAIN))).hasValue(PLAIN);
    }

    @Test
    void what_was_sealed_opens_on_another_node_and_after_a_restart() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        assertThat(new Vault(TestVaults.masters(1), rows).open(ADA, sealed)).hasValue(PLAIN);
    }

    @Test
    void sealing_twice_gives_different_bytes_and_neither_shows_the_text() {
        byte[] once = vault.seal(ADA, PLAIN);
        assertThat(vault.seal(ADA, PLAIN)).isNotEqualTo(once);
        assertThat(new String(once, UTF_8)).doesNotContain("Ada");
    }

    @Test
    void what_is_sealed_for_one_person_does_not_open_for_another() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        vault.seal(BEN, PLAIN);
        assertThatThrownBy(() -> vault.open(BEN, sealed))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("pat_ben");
    }

    @Test
    void what_is_sealed_for_one_purpose_does_not_open_for_another() {
        byte[] document = vault.seal(ADA, PLAIN);
        assertThatThrownBy(() -> vault.open("pat_ada", "personal", document)).isInstanceOf(DamagedVault.class);
    }

    @Test
    void a_changed_byte_is_noticed() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(ADA, sealed))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("changed or moved");
    }

    @Test
    void a_format_of_the_future_is_refused() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        sealed[0] = 2;
        assertThatThrownBy(() -> vault.open(ADA, sealed)).hasMessageContaining("format");
        assertThatThrownBy(() -> vault.open(ADA, new byte[0])).hasMessageContaining("format");
    }

    @Test
    void a_forgotten_person_never_opens_again() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        vault.forget(List.of(ADA.value()));
        assertThat(vault.open(ADA, sealed)).isEmpty();
        assertThat(new Vault(TestVaults.masters(1), rows).open(ADA, sealed)).isEmpty();
    }

    @Test
    void nothing_more_is_sealed_for_a_forgotten_person() {
        vault.forget(List.of(ADA.value()));
        assertThatThrownBy(() -> vault.seal(ADA, PLAIN))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.reason()).isEqualTo("person-forgotten"));
        assertThatThrownBy(() -> new Vault(TestVaults.masters(1), rows).seal(ADA, PLAIN))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void forgetting_one_person_leaves_the_others() {
        byte[] bens = vault.seal(BEN, PLAIN);
        vault.seal(ADA, PLAIN);
        vault.forget(List.of(ADA.value()));
        assertThat(vault.open(BEN, bens)).hasValue(PLAIN);
    }

    @Test
    void a_lost_key_is_a_damaged_vault_and_not_a_forgotten_person() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        rows.lose("pat_ada");
        assertThatThrownBy(() -> new Vault(TestVaults.masters(1), rows).open(ADA, sealed))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("restore the vault");
    }

    @Test
    void another_master_key_opens_nothing_and_says_so() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        assertThatThrownBy(() -> new Vault(TestVaults.masters(2), rows).open(ADA, sealed))
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("master key");
    }

    @Test
    void a_batch_of_keys_is_fetched_in_one_query() {
        byte[] adas = vault.seal(ADA, PLAIN);
        byte[] bens = vault.seal(BEN, PLAIN);
        Vault other = new Vault(TestVaults.masters(1), rows);
        rows.reads = 0;
        other.fetch(List.of("pat_ada", "pat_ben", "pat_unknown"));
        assertThat(other.open(ADA, adas)).hasValue(PLAIN);
        assertThat(other.open(BEN, bens)).hasValue(PLAIN);
        other.fetch(List.of("pat_ada", "pat_ben"));
        assertThat(rows.reads).isEqualTo(1);
    }

    @Test
    void a_key_that_is_forgotten_while_a_batch_is_fetched_is_asked_for_again() {
        byte[] adas = vault.seal(ADA, PLAIN);
        Vault other = new Vault(TestVaults.masters(1), rows);
        rows.whileFinding = () -> {
            rows.whileFinding = () -> {};
            rows.forget("pat_ada", "x");
            other.drop("pat_ada");
        };
        other.fetch(List.of("pat_ada"));
        assertThat(other.open(ADA, adas)).isEmpty();
    }

    @Test
    void a_key_that_no_node_has_forgotten_is_asked_for_once_and_again_after_it_was_dropped() {
        byte[] adas = vault.seal(ADA, PLAIN);
        vault.open(ADA, adas);
        assertThat(rows.reads).isZero();
        vault.drop("pat_ada");
        vault.open(ADA, adas);
        assertThat(rows.reads).isEqualTo(1);
        vault.dropAll();
        vault.open(ADA, adas);
        assertThat(rows.reads).isEqualTo(2);
    }

    @Test
    void who_is_forgotten_is_what_the_database_says() {
        vault.seal(ADA, PLAIN);
        assertThat(vault.areForgotten(List.of("pat_ada"))).as("has a key").isFalse();
        assertThat(vault.areForgotten(List.of("pat_nobody"))).as("never known").isFalse();
        rows.forget("pat_ada", "x");
        assertThat(vault.areForgotten(List.of("pat_ada"))).isTrue();
        assertThat(vault.areForgotten(List.of("pat_ada", "pat_nobody"))).isFalse();
    }

    @Test
    void whoever_holds_opened_data_hears_of_every_forgotten_key() {
        List<String> told = new ArrayList<>();
        vault.whenForgotten(() -> told.add("let go"));
        vault.forget(List.of("pat_ada", "pat_ben"));
        vault.drop("pat_ada");
        vault.dropAll();
        assertThat(told).hasSize(3);
    }

    @Test
    void what_deleted_keys_leave_behind_is_scrubbed() {
        vault.scrub();
        assertThat(rows.scrubbed).isTrue();
    }

    @Test
    void a_batch_may_speak_about_forgotten_people() {
        byte[] sealed = vault.seal(ADA, PLAIN);
        vault.forget(List.of(ADA.value()));
        Vault other = new Vault(TestVaults.masters(1), rows);
        other.fetch(List.of("pat_ada"));
        assertThat(other.open(ADA, sealed)).isEqualTo(Optional.empty());
    }

    @Test
    void the_master_key_is_never_printed() {
        assertThat(TestVaults.master(7).toString())
                .matches("MasterKey\\[[0-9a-f]{16}]")
                .isNotEqualTo(TestVaults.master(8).toString());
        assertThatThrownBy(() -> new MasterKey(new byte[31])).hasMessageContaining("32 bytes");
        assertThat(Arrays.asList(MasterKey.class.getInterfaces())).isEmpty();
    }
}
