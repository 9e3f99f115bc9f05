package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.PatientId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final PatientId ADA = new PatientId("pat_ada");
    private static final PatientId BEN = new PatientId("pat_ben");
    private static final byte[] PLAIN = "Ada Lovelace".getBytes(UTF_8);

    private final MemoryKeys rows = new MemoryKeys();
    private final MasterKeys old = TestVaults.masters(1);
    private final MasterKeys both = new MasterKeys(TestVaults.master(2), TestVaults.master(1));
    private final MasterKeys fresh = TestVaults.masters(2);

    @Test
    void after_the_rotation_the_new_master_key_alone_opens_everything() {
        byte[] sealed = new Vault(old, rows).seal(ADA, PLAIN);
        assertThat(new Rotation(both, rows).run()).isEqualTo(1);
        assertThat(new Vault(fresh, rows).open(ADA, sealed)).hasValue(PLAIN);
        assertThatThrownBy(() -> new Vault(old, rows).open(ADA, sealed)).isInstanceOf(DamagedVault.class);
    }

    @Test
    void before_it_ends_both_open() {
        byte[] sealed = new Vault(old, rows).seal(ADA, PLAIN);
        assertThat(new Vault(both, rows).open(ADA, sealed)).hasValue(PLAIN);
    }

    @Test
    void it_may_be_repeated() {
        new Vault(old, rows).seal(ADA, PLAIN);
        new Rotation(both, rows).run();
        assertThat(new Rotation(both, rows).run()).isZero();
    }

    @Test
    void who_was_forgotten_stays_so() {
        byte[] sealed = new Vault(old, rows).seal(ADA, PLAIN);
        new Vault(old, rows).forget(List.of(ADA.value()));
        assertThat(new Rotation(both, rows).run()).isZero();
        assertThat(new Vault(fresh, rows).open(ADA, sealed)).isEmpty();
    }

    @Test
    void who_is_forgotten_while_it_runs_stays_so_and_is_not_counted() {
        byte[] sealed = new Vault(old, rows).seal(ADA, PLAIN);
        rows.whileRewrapping = () -> rows.forget("pat_ada", "x");
        assertThat(new Rotation(both, rows).run()).isZero();
        assertThat(new Vault(fresh, rows).open(ADA, sealed)).isEmpty();
    }

    @Test
    void ids_stay_the_same() {
        String before = KeyedHash.of(old, rows).hash("RVBND", "777");
        new Rotation(both, rows).run();
        assertThat(KeyedHash.of(fresh, rows).hash("RVBND", "777")).isEqualTo(before);
    }

    @Test
    void a_key_of_a_third_master_key_stops_it() {
        new Vault(TestVaults.masters(3), rows).seal(BEN, PLAIN);
        assertThatThrownBy(() -> new Rotation(both, rows).run())
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("pat_ben");
    }
}
