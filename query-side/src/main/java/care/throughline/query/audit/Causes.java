package care.throughline.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What followed from what, as a tree laid out for drawing: causes on the left, what they caused to their right. */
public record Causes(List<Node> nodes, List<Edge> edges, boolean more) {

    private static final int ACROSS = 250;
    private static final int DOWN = 46;
    private static final int WIDTH = 220;
    private static final int HEIGHT = 34;

    /**
     * One event at its place.
     *
     * @param depth how many of the events shown led to it one after the other
     * @param row its line in the drawing and in the list
     */
    public record Node(Trail.Entry entry, int depth, int row) {
        public int x() {
            return depth * ACROSS + 1;
        }

        public int y() {
            return row * DOWN + 1;
        }

        /** The name of the event without its capability. */
        public String label() {
            return entry.event().substring(entry.event().indexOf('.') + 1);
        }
    }

    /** From a cause to what it caused. */
    public record Edge(Node cause, Node effect) {
        /** The line as SVG draws it. */
        public String path() {
            int fromX = cause.x() + 14;
            int fromY = cause.y() + HEIGHT;
            int toY = effect.y() + HEIGHT / 2;
            return "M" + fromX + " " + fromY + " V" + toY + " H" + effect.x();
        }
    }

    public int width() {
        return nodes.stream().mapToInt(Node::x).max().orElse(0) + WIDTH + 2;
    }

    public int height() {
        return nodes.size() * DOWN;
    }

    public int nodeWidth() {
        return WIDTH;
    }

    public int nodeHeight() {
        return HEIGHT;
    }

    /** Lays out the events that one message or request started.
     *
     * @param more true if there are more than these
     */
    static Causes of(List<Trail.Entry> entries, boolean more) {
        List<Trail.Entry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(Trail.Entry::position))
                .toList();
        Map<String, Trail.Entry> byId = new HashMap<>();
        inOrder.forEach(entry -> byId.put(entry.eventId(), entry));
        Map<String, List<Trail.Entry>> effects = new HashMap<>();
        inOrder.forEach(entry -> effects.computeIfAbsent(
                        byId.containsKey(entry.causation()) ? entry.causation() : "", cause -> new ArrayList<>())
                .add(entry));
        Causes drawn = new Causes(new ArrayList<>(), new ArrayList<>(), more);
        effects.getOrDefault("", List.of()).forEach(first -> drawn.place(first, 0, effects));
        return drawn;
    }

    private Node place(Trail.Entry entry, int depth, Map<String, List<Trail.Entry>> effects) {
        Node node = new Node(entry, depth, nodes.size());
        nodes.add(node);
        effects.getOrDefault(entry.eventId(), List.of())
                .forEach(effect -> edges.add(new Edge(node, place(effect, depth + 1, effects))));
        return node;
    }
}
