package care.throughline.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** Goes through the events of an export in order, and stops at the first that is not what the log holds there. */
final class Walk {

    private final Export export;
    private final Checkpoint checkpoint;
    private final String checkpointText;
    private final Promise promise;
    private final Tree tree = new Tree();

    /** Roots of the known checkpoints that a complete export passes, by their size. */
    private final Map<Long, String> rootsToPass = new HashMap<>();

    Walk(Export export, Checkpoint checkpoint, String checkpointText, Promise promise) {
        this.export = export;
        this.checkpoint = checkpoint;
        this.checkpointText = checkpointText;
        this.promise = promise;
    }

    boolean isComplete() {
        return promise.positions().isAllOf(checkpoint.size());
    }

    void expect(List<Checkpoint> known) {
        known.forEach(each -> rootsToPass.put(each.size(), each.root()));
    }

    /** Returns how many events it has seen. */
    long run() throws Altered, IOException {
        try (BufferedReader lines = export.lines("events.ndjson");
                InputStream leaves = isComplete() ? export.stream("leaves") : InputStream.nullInputStream()) {
            long number = 0;
            PrimitiveIterator.OfLong wanted = promise.positions().inOrder();
            while (wanted.hasNext()) {
                number++;
                see(event(lines.readLine(), number, wanted.nextLong()), leaves);
            }
            if (lines.readLine() != null) {
                throw new Altered("after event " + number + " there are more lines than the log signed");
            }
            if (leaves.read() >= 0) {
                throw new Altered("there are more leaves than events");
            }
            return number;
        } catch (CharacterCodingException e) {
            throw new Altered("the events hold bytes that are no text");
        }
    }

    private Event event(@Nullable String line, long number, long position) throws Altered {
        if (line == null) {
            throw new Altered("the event at position " + position + " is missing, and all after it");
        }
        Event event = Event.parse(line, number);
        if (event.position() > position) {
            throw new Altered("the event at position " + position + " is missing; position " + event.position()
                    + " stands in its place");
        }
        if (event.position() < position) {
            throw new Altered("line " + number + " has position " + event.position() + " where " + position
                    + " belongs: an event was put in, moved or repeated");
        }
        return event;
    }

    private void see(Event event, InputStream leaves) throws Altered, IOException {
        byte[] leaf = tree.leaf(event.entry());
        if (isComplete()) {
            grow(event, leaf, leaves);
        } else {
            prove(event, leaf);
        }
    }

    private void grow(Event event, byte[] leaf, InputStream leaves) throws Altered, IOException {
        if (!Arrays.equals(leaf, leaves.readNBytes(Tree.HASH))) {
            throw new Altered(at(event) + " is not the one that the log hashed");
        }
        tree.add(leaf);
        String root = rootsToPass.get(tree.size());
        if (root != null && !root.equals(Hashes.show(tree.root()))) {
            throw new Altered("the first " + tree.size()
                    + " events are not those of the known checkpoint of that size: this is another history");
        }
    }

    private void prove(Event event, byte[] leaf) throws Altered {
        String name = "proofs/" + event.position() + ".tlog-proof";
        Proof proof = Proof.parse(export.text(name), name);
        if (proof.index() != event.position()) {
            throw new Altered(name + " is the proof of position " + proof.index());
        }
        if (!proof.checkpoint().equals(checkpointText)) {
            throw new Altered(name + " speaks of another checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(checkpoint.root());
        if (!tree.includes(event.position(), checkpoint.size(), leaf, proof.path(), root)) {
            throw new Altered(at(event) + " does not lead to the root of the checkpoint: it or its proof was altered");
        }
    }

    /** In a complete export the leaves must make the root. */
    void finish() throws Altered {
        if (isComplete() && !checkpoint.root().equals(Hashes.show(tree.root()))) {
            throw new Altered("all events together do not make the root of the checkpoint: events and leaves were"
                    + " altered together, at a place that the export alone cannot tell");
        }
    }

    private static String at(Event event) {
        return "the event at position " + event.position() + " (" + event.name() + ")";
    }
}
