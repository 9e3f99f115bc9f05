package care.throughline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void an_effect_stands_below_and_to_the_right_of_its_cause() {
        Causes causes = Causes.of(
                List.of(Entries.of(1, "a", "command"), Entries.of(2, "b", "a"), Entries.of(3, "c", "b")), false);

        assertThat(causes.nodes()).extracting(Causes.Node::depth).containsExactly(0, 1, 2);
        assertThat(causes.edges())
                .extracting(edge -> edge.cause().entry().position() + ">"
                        + edge.effect().entry().position())
                .containsExactlyInAnyOrder("1>2", "2>3");
    }

    @Test
    void what_a_cause_led_to_follows_it_before_the_next_cause() {
        Causes causes = Causes.of(
                List.of(Entries.of(1, "a", "command"), Entries.of(2, "b", "command"), Entries.of(3, "c", "a")), false);

        assertThat(causes.nodes()).extracting(node -> node.entry().position()).containsExactly(1L, 3L, 2L);
    }

    @Test
    void an_event_whose_cause_is_not_among_them_begins_anew() {
        assertThat(Causes.of(List.of(Entries.of(5, "e", "elsewhere")), false).nodes())
                .singleElement()
                .extracting(Causes.Node::depth)
                .isEqualTo(0);
    }

    @Test
    void no_two_events_are_drawn_over_each_other() {
        Causes causes =
                Causes.of(List.of(Entries.of(1, "a", "x"), Entries.of(2, "b", "a"), Entries.of(3, "c", "a")), false);

        assertThat(causes.nodes()).extracting(Causes.Node::y).doesNotHaveDuplicates();
        assertThat(causes.height()).isGreaterThan(causes.nodes().getLast().y() + causes.nodeHeight());
    }
}
