package care.throughline.infra.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.sealing.ErasureList.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErasureListTest {

    private static final Entry ADA = entry("pat_ada");
    private static final Entry BEN = entry("pat_ben");
    private static final Entry EVE = entry("pat_eve");

    @TempDir
    private Path folder;

    private Path file;
    private ErasureList list;

    @BeforeEach
    void no_list() {
        file = folder.resolve("erasures.list");
        list = new ErasureList(file, TestVaults.masters(1));
    }

    @Test
    void where_nobody_was_erased_the_list_is_empty() {
        assertThat(list.entries()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void what_was_added_is_there_once_and_in_order() {
        all().forEach(list::add);
        list.add(BEN);
        assertThat(list.entries()).containsExactly(ADA, BEN, EVE);
        assertThat(new ErasureList(file, TestVaults.masters(1)).entries()).containsExactly(ADA, BEN, EVE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void its_owner_alone_may_read_it() throws IOException {
        list.add(ADA);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    static Stream<UnaryOperator<List<String>>> changes() {
        return Stream.of(
                lines -> List.of(lines.get(0), lines.get(2)),
                lines -> List.of(lines.get(1), lines.get(2)),
                lines -> List.of(lines.get(1), lines.get(0), lines.get(2)),
                lines -> List.of(lines.get(0), lines.get(0), lines.get(1), lines.get(2)),
                lines -> List.of(lines.get(0), lines.get(1).replace("pat_ben", "pat_bob"), lines.get(2)),
                lines -> List.of(lines.get(0), "", lines.get(1), lines.get(2)),
                lines -> List.of("x" + lines.get(0), lines.get(1), lines.get(2)),
                lines -> List.of(lines.get(0), lines.get(1), lines.get(2), "one two"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_line_that_was_changed_moved_or_left_out_is_noticed(UnaryOperator<List<String>> change) throws IOException {
        all().forEach(list::add);
        Files.write(file, change.apply(Files.readAllLines(file)));
        assertThatThrownBy(list::entries)
                .isInstanceOf(DamagedVault.class)
                .hasMessageContaining("is not as it was signed");
        assertThatThrownBy(() -> list.add(EVE)).isInstanceOf(DamagedVault.class);
    }

    @Test
    void a_list_signed_by_another_master_key_is_not_trusted() {
        list.add(ADA);
        assertThatThrownBy(() -> new ErasureList(file, TestVaults.masters(2)).entries())
                .isInstanceOf(DamagedVault.class);
    }

    @Test
    void a_new_master_key_signs_the_list_anew() {
        all().forEach(list::add);
        MasterKeys both = new MasterKeys(TestVaults.master(2), TestVaults.master(1));
        new ErasureList(file, both).signAnew();
        assertThat(new ErasureList(file, TestVaults.masters(2)).entries()).containsExactly(ADA, BEN, EVE);
        assertThat(folder.toFile().list()).containsExactly("erasures.list");
    }

    @Test
    void a_signed_line_that_no_version_wrote_is_refused() throws IOException {
        Files.writeString(file, SignedLine.of("[]", "", TestVaults.master(1)) + "\n");
        assertThatThrownBy(list::entries).isInstanceOf(DamagedVault.class).hasMessageContaining("no entry");
    }

    private static List<Entry> all() {
        return List.of(ADA, BEN, EVE);
    }

    private static Entry entry(String patient) {
        return new Entry(
                patient,
                List.of(patient, patient + "2"),
                List.of("msg_1"),
                List.of(),
                "cleo.marsh",
                "ruth.adler",
                Instant.parse("2026-10-02T14:00:00Z"));
    }
}
