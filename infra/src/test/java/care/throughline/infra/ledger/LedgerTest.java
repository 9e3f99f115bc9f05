package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Check;
import care.throughline.infra.merkle.Frontier;
import care.throughline.infra.merkle.Hash;
import care.throughline.query.ledger.Ledger.Consistency;
import care.throughline.query.ledger.Ledger.Inclusion;
import care.throughline.query.ledger.Ledger.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTest {

    private static final int EVENTS = 70_000;

    private static final LedgerForTests TEST = new LedgerForTests();
    private static final Frontier WHOLE = new Frontier();

    @BeforeAll
    static void hash_many_events_in_uneven_batches() throws Exception {
        for (int events : new int[] {1, 254, 1, 1, 300, 2_000, EVENTS - 2_557}) {
            TEST.store(events);
            TEST.sign();
        }
        for (int from = 0; from < EVENTS; from += StoredEntries.PAGE) {
            TEST.parts
                    .entries()
                    .between(from, EVENTS)
                    .forEach(entry -> WHOLE.add(entry.leaf(), (height, index, root) -> {}));
        }
    }

    @Test
    void the_signed_root_is_that_of_all_events() {
        Checkpoint checkpoint = TEST.parts.checkpoints().latest().orElseThrow();
        assertThat(checkpoint.size()).isEqualTo(EVENTS);
        assertThat(checkpoint.root()).isEqualTo(WHOLE.root());
        assertThat(checkpoint.note()).startsWith("test.example/ledger\n70000\n" + checkpoint.root() + "\n\n— ");
        assertThat(Checkpoint.parse(checkpoint.note(), LedgerForTests.KEY.verifying()))
                .isEqualTo(checkpoint);
    }

    @Test
    void any_event_is_proven_at_any_size() {
        for (long size : new long[] {1, 255, 256, 257, 4_096, 65_536, EVENTS}) {
            for (long position : new long[] {0, size / 2, size - 1}) {
                Inclusion proof = TEST.ledger().inclusion(position, size).orElseThrow();
                assertThat(Check.inclusion(
                                position,
                                size,
                                Hash.parse(proof.leaf()),
                                hashes(proof.proof()),
                                Hash.parse(proof.root())))
                        .as("%d of %d", position, size)
                        .isTrue();
            }
        }
        assertThat(TEST.ledger().inclusion(69_999, null).orElseThrow().root())
                .isEqualTo(WHOLE.root().toString());
    }

    @Test
    void every_signed_tree_continues_every_earlier_one() {
        List<Long> sizes = JdbcClient.create(TEST.dataSource)
                .sql("select size from ledger.checkpoint order by size")
                .query(Long.class)
                .list();
        assertThat(sizes).containsExactly(1L, 255L, 256L, 257L, 557L, 2_557L, 70_000L);
        for (int i = 1; i < sizes.size(); i++) {
            Consistency proof =
                    TEST.ledger().consistency(sizes.get(i - 1), sizes.get(i)).orElseThrow();
            Hash older =
                    TEST.parts.checkpoints().ofSize(proof.older()).orElseThrow().root();
            Hash newer =
                    TEST.parts.checkpoints().ofSize(proof.newer()).orElseThrow().root();
            assertThat(proof.olderRoot()).isEqualTo(older.toString());
            assertThat(Check.consistency(proof.older(), proof.newer(), older, newer, hashes(proof.proof())))
                    .isTrue();
        }
    }

    @Test
    void a_tree_of_70_000_is_served_as_its_tiles() {
        assertThat(TEST.ledger().tile(0, 272, 256))
                .hasValueSatisfying(tile -> assertThat(tile).hasSize(8_192));
        assertThat(TEST.ledger().tile(0, 273, 112))
                .hasValueSatisfying(tile -> assertThat(tile).hasSize(112 * 32));
        assertThat(TEST.ledger().tile(0, 273, 113)).isEmpty();
        assertThat(TEST.ledger().tile(1, 0, 256)).isPresent();
        assertThat(TEST.ledger().tile(1, 1, 17)).isPresent();
        assertThat(TEST.ledger().tile(1, 1, 18)).isEmpty();
        assertThat(TEST.ledger().tile(2, 0, 1)).isPresent();
        assertThat(TEST.ledger().tile(3, 0, 1)).isEmpty();
        byte[] full = TEST.ledger().tile(0, 3, 256).orElseThrow();
        byte[] above = TEST.ledger().tile(1, 0, 4).orElseThrow();
        assertThat(new Tile(full).node(Tile.HEIGHT, 0)).isEqualTo(Hash.at(3 * Hash.LENGTH, above));
    }

    @Test
    void what_there_is_not_is_not_proven() {
        assertThat(TEST.ledger().inclusion(-1, null)).isEmpty();
        assertThat(TEST.ledger().inclusion(EVENTS, null)).isEmpty();
        assertThat(TEST.ledger().inclusion(5, 5L)).isEmpty();
        assertThat(TEST.ledger().inclusion(5, EVENTS + 1L)).isEmpty();
        assertThat(TEST.ledger().consistency(-1, 5)).isEmpty();
        assertThat(TEST.ledger().consistency(6, 5)).isEmpty();
        assertThat(TEST.ledger().consistency(5, EVENTS + 1L)).isEmpty();
        assertThat(TEST.ledger().proof(EVENTS)).isEmpty();
        assertThat(TEST.ledger().proof(-1)).isEmpty();
    }

    @Test
    void a_proof_is_a_tlog_proof_with_the_checkpoint_in_it() {
        String proof = TEST.ledger().proof(300).orElseThrow();
        assertThat(proof)
                .startsWith("c2sp.org/tlog-proof@v1\nindex 300\n")
                .endsWith("\n\n" + TEST.ledger().checkpoint().orElseThrow());
    }

    @Test
    void the_whole_and_any_part_of_it_compares_well() {
        assertThat(TEST.ledger().verify(0, Long.MAX_VALUE))
                .satisfies(verified -> assertThat(verified.holds()).isTrue())
                .satisfies(verified -> assertThat(verified.events()).isEqualTo(EVENTS));
        assertThat(TEST.ledger().verify(250, 260).holds()).isTrue();
        assertThat(TEST.ledger().verify(EVENTS, EVENTS + 5).sentence()).contains("no event in that range");
    }

    @Test
    void an_export_of_more_than_a_page_is_whole() throws IOException {
        Map<String, byte[]> files = ExportsForTests.take(TEST, ExportsForTests.everything(2_557L));
        String events = new String(Objects.requireNonNull(files.get("events.ndjson")), UTF_8);
        assertThat(events.lines()).hasSize(EVENTS);
        assertThat(files.get("leaves")).hasSize(EVENTS * Hash.LENGTH);
        assertThat(new String(Objects.requireNonNull(files.get("consistency")), UTF_8))
                .startsWith("old 2557\n");
    }

    @Test
    void it_says_how_it_stands() {
        State state = TEST.ledger().state();
        assertThat(state.size()).isEqualTo(EVENTS).isEqualTo(state.stored());
        assertThat(Objects.requireNonNull(state.checkpoint()).root())
                .isEqualTo(WHOLE.root().toString());
        assertThat(state.contradiction()).isNull();
        assertThat(state.witness()).isNull();
        assertThat(state.publicKey()).isEqualTo(LedgerForTests.KEY.verifying().line());
    }

    @Test
    void nobody_changes_it_not_even_its_own_role() {
        JdbcClient ledger = JdbcClient.create(TEST.dataSource);
        assertThatThrownBy(() -> ledger.sql("delete from ledger.run").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> ledger.sql("update store.event set name = ''").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> TEST.owner("update ledger.checkpoint set root = root"))
                .rootCause()
                .hasMessageContaining("append only");
    }

    private static List<Hash> hashes(List<String> texts) {
        return new ArrayList<>(texts.stream().map(Hash::parse).toList());
    }
}
