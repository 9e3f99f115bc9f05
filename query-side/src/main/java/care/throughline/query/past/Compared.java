package care.throughline.query.past;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays two maps of facts beside each other. */
final class Compared {

    private Compared() {}

    /** One fact that differs; empty text where it is missing. */
    record Pair<K>(K fact, String earlier, String later) {}

    /** What differs, in the order of the facts, those of the later side last. */
    static <K> List<Pair<K>> of(Map<K, String> earlier, Map<K, String> later) {
        Set<K> facts = new LinkedHashSet<>(earlier.keySet());
        facts.addAll(later.keySet());
        List<Pair<K>> pairs = new ArrayList<>();
        for (K fact : facts) {
            String before = earlier.getOrDefault(fact, "");
            String after = later.getOrDefault(fact, "");
            if (!before.equals(after)) {
                pairs.add(new Pair<>(fact, before, after));
            }
        }
        return pairs;
    }
}
