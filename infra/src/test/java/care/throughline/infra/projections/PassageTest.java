package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTest {

    private final Applied applied = new Applied();
    private final Passage passage = new Passage(applied);

    @Test
    void events_that_concern_nobody_are_passed_at_once() {
        passage.see(0, false);
        passage.see(1, false);

        assertThat(applied.position()).isEqualTo(1);
    }

    @Test
    void nothing_is_passed_while_an_event_before_it_is_under_way() {
        passage.see(0, true);
        passage.see(1, false);
        assertThat(applied.position()).isEqualTo(-1);

        passage.commit(0);
        assertThat(applied.position()).isEqualTo(1);
    }

    @Test
    void a_batch_counts_only_up_to_its_last_event_while_the_next_one_is_under_way() {
        passage.see(0, true);
        passage.see(1, false);
        passage.see(2, true);
        passage.see(3, false);

        passage.commit(0);
        assertThat(applied.position()).isZero();
        passage.commit(2);
        assertThat(applied.position()).isEqualTo(3);
    }

    @Test
    void what_was_rolled_back_is_under_way_again_when_the_stream_begins_anew() {
        passage.see(0, true);
        passage.see(1, true);
        passage.see(2, false);

        passage.see(0, true);
        passage.see(1, true);
        passage.commit(0);
        assertThat(applied.position()).isZero();
        passage.commit(1);
        passage.see(2, false);
        assertThat(applied.position()).isEqualTo(2);
    }

    @Test
    void what_another_node_did_meanwhile_holds_nothing_up() {
        passage.see(0, true);

        passage.interrupt();
        passage.see(7, false);

        assertThat(applied.position()).isEqualTo(7);
    }
}
