package care.throughline.infra.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProverTest {

    private static final int LARGEST = 40;

    private final Prover prover = new Prover(Trees::subtree);

    @Test
    void roots_are_those_of_the_definition_at_every_size() {
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(prover.root(size)).as("size %d", size).isEqualTo(Trees.root(Trees.leaves(size)));
        }
    }

    @Test
    void every_leaf_of_every_tree_can_be_proven_and_no_other_leaf_in_its_place() {
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = prover.root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = prover.inclusion(index, size);
                assertThat(Check.inclusion(index, size, Trees.leaf(index), proof, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                assertThat(Check.inclusion(index, size, Trees.leaf(LARGEST), proof, root))
                        .isFalse();
                assertThat(Check.inclusion(index + 1L, size, Trees.leaf(index), proof, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_tree_is_shown_to_begin_with_every_smaller_one_and_with_no_other() {
        for (int newer = 1; newer <= LARGEST; newer++) {
            for (int older = 1; older <= newer; older++) {
                Hash before = prover.root(older);
                Hash after = prover.root(newer);
                List<Hash> proof = prover.consistency(older, newer);
                assertThat(Check.consistency(older, newer, before, after, proof))
                        .as("%d then %d", older, newer)
                        .isTrue();
                assertThat(Check.consistency(older, newer, Trees.leaf(LARGEST), after, proof))
                        .isFalse();
                assertThat(Check.consistency(older, newer, before, Trees.leaf(LARGEST), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void a_proof_that_is_changed_anywhere_or_is_longer_or_shorter_does_not_hold() {
        for (int size = 2; size <= LARGEST; size++) {
            int index = size / 3;
            Hash root = prover.root(size);
            for (List<Hash> spoiled : spoiled(prover.inclusion(index, size))) {
                assertThat(Check.inclusion(index, size, Trees.leaf(index), spoiled, root))
                        .isFalse();
            }
            int older = 1 + size / 3;
            for (List<Hash> spoiled : spoiled(prover.consistency(older, size))) {
                assertThat(Check.consistency(older, size, prover.root(older), root, spoiled))
                        .isFalse();
            }
        }
    }

    @Test
    void what_no_tree_has_is_refused() {
        assertThatThrownBy(() -> prover.inclusion(3, 3)).hasMessageContaining("no leaf 3");
        assertThatThrownBy(() -> prover.inclusion(-1, 3)).hasMessageContaining("no leaf -1");
        assertThatThrownBy(() -> prover.consistency(4, 3)).hasMessageContaining("does not begin with one of 4");
        assertThatThrownBy(() -> prover.consistency(-1, 3)).hasMessageContaining("does not begin with one of -1");
    }

    @Test
    void an_empty_tree_begins_every_tree_and_proves_nothing() {
        assertThat(prover.consistency(0, 5)).isEmpty();
        assertThat(Check.consistency(0, 5, Hash.OF_NOTHING, prover.root(5), List.of()))
                .isFalse();
    }

    @Test
    void a_frontier_has_the_same_roots_and_completes_every_subtree_once() {
        Frontier frontier = new Frontier();
        List<String> completed = new ArrayList<>();
        for (int size = 0; size < LARGEST; size++) {
            assertThat(frontier.root()).isEqualTo(prover.root(size));
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(new Frontier(size, Trees::subtree).root()).isEqualTo(prover.root(size));
            frontier.add(Trees.leaf(size), (height, index, root) -> {
                completed.add(height + "/" + index);
                assertThat(root).isEqualTo(Trees.subtree(height, index));
            });
        }
        assertThat(completed).doesNotHaveDuplicates().hasSize(40 + 20 + 10 + 5 + 2 + 1);
    }

    private static List<List<Hash>> spoiled(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, Trees.leaf(LARGEST));
            all.add(changed);
        }
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Trees.leaf(LARGEST));
        all.add(longer);
        if (!proof.isEmpty()) {
            all.add(proof.subList(0, proof.size() - 1));
        }
        List<Hash> reversed = new ArrayList<>(proof);
        Collections.reverse(reversed);
        if (!reversed.equals(proof)) {
            all.add(reversed);
        }
        return all;
    }
}
