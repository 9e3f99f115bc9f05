package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.query.ledger.Ledger.Verified;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What somebody who owns the database does to it, and what the ledger says then. */
class AlteredStoreTest {

    private static final int EVENTS = 1_000;

    @Test
    void an_edited_event_is_named() throws Exception {
        LedgerForTests test = signed();
        test.tamper("update store.event set payload = convert_to('{}', 'UTF8') where position = 345");

        Verified verified = test.ledger().verify(0, EVENTS);

        assertThat(verified.firstAlteration()).isEqualTo(345);
        assertThat(verified.sentence()).contains("position 345 is not the one that was hashed");
        assertThat(test.ledger().verify(0, 344).holds()).isTrue();
    }

    @Test
    void a_time_or_an_actor_that_was_edited_is_found_too() throws Exception {
        String[] changes = {
            "recorded_at = recorded_at + interval '1 microsecond'",
            "metadata = convert_to('{\"actor\":\"nobody\"}', 'UTF8')",
            "aggregate_type = case when aggregate_type is null then '' end",
            "name = 'stay.Cancelled'",
            "version = version + 1",
            "event_id = gen_random_uuid()"
        };
        LedgerForTests test = signed();
        for (int position = 0; position < changes.length; position++) {
            test.tamper("update store.event set " + changes[position] + " where position = " + position);
            assertThat(test.ledger().verify(position, EVENTS).firstAlteration())
                    .as(changes[position])
                    .isEqualTo(position);
        }
    }

    @Test
    void a_deleted_event_is_named() throws Exception {
        LedgerForTests test = signed();
        test.tamper("delete from store.event where position = 345");
        assertThat(test.ledger().verify(0, EVENTS).sentence()).contains("position 345 is missing");
    }

    @Test
    void a_store_that_was_cut_off_is_found() throws Exception {
        LedgerForTests test = signed();
        test.tamper("delete from store.event where position >= 990");
        assertThat(test.ledger().verify(0, EVENTS).sentence()).contains("position 990 is missing");
    }

    @Test
    void an_event_edited_together_with_its_leaf_is_found_by_the_node_above() throws Exception {
        LedgerForTests test = signed();
        test.tamper("update store.event set payload = convert_to('{}', 'UTF8') where position = 300");
        replaceLeaf(test, 300);
        assertThat(test.ledger().verify(300, 300).sentence()).contains("from position 256 on do not fit together");
    }

    @Test
    void an_edit_at_the_right_edge_is_found_by_the_signed_root() throws Exception {
        LedgerForTests test = signed();
        test.tamper("update store.event set payload = convert_to('{}', 'UTF8') where position = 999");
        replaceLeaf(test, 999);
        assertThat(test.ledger().verify(999, 999).sentence()).contains("do not make the root that was signed");
    }

    @Test
    void a_replaced_checkpoint_is_found_by_its_signature() throws Exception {
        LedgerForTests test = signed();
        Checkpoint forged =
                Checkpoint.sign(EVENTS, test.parts.tiles().root(0, 0), LedgerForTests.key("test.example/ledger", 2));
        test.tamper("update ledger.checkpoint set note = '" + forged.note() + "', root = decode('"
                + HexFormat.of().formatHex(forged.root().bytes()) + "', 'hex')");
        assertThat(test.ledger().verify(0, 5).sentence()).contains("not what was signed with the ledger's key");
    }

    @Test
    void lost_hashes_are_named() throws Exception {
        LedgerForTests test = signed();
        test.tamper("delete from ledger.run where level = 0 and first >= 768");
        Verified verified = test.ledger().verify(0, EVENTS);
        assertThat(verified.sentence()).contains("signed over 1000 events, but the ledger holds only 768");
    }

    @Test
    void hashes_lost_in_the_middle_are_named() throws Exception {
        LedgerForTests test = new LedgerForTests();
        for (int events : new int[] {100, 200, 300}) {
            test.store(events);
            test.sign();
        }
        test.tamper("delete from ledger.run where level = 0 and first = 300");
        assertThat(test.ledger().verify(260, 260).sentence()).contains("from position 256 on do not fit together");
        test.tamper("delete from ledger.run where level = 1");
        assertThat(test.ledger().verify(5, 5).sentence()).contains("from position 0 on do not fit together");
        test.tamper("delete from ledger.run where level = 0 and first = 0");
        assertThat(test.ledger().verify(5, 5).sentence()).contains("has lost its hash of the event at position 5");
    }

    private static LedgerForTests signed() throws Exception {
        LedgerForTests test = new LedgerForTests();
        test.store(EVENTS);
        test.sign();
        return test;
    }

    private static void replaceLeaf(LedgerForTests test, int position) {
        byte[] leaf =
                test.parts.entries().between(position, position).get(0).leaf().bytes();
        int first = position / Tile.WIDTH * Tile.WIDTH;
        test.tamper("update ledger.run set hashes = overlay(hashes placing decode('"
                + HexFormat.of().formatHex(leaf) + "', 'hex') from " + ((position - first) * 32 + 1)
                + ") where level = 0 and first = " + first);
    }
}
