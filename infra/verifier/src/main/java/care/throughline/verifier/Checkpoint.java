package care.throughline.verifier;

import java.util.ArrayList;
import java.util.List;

/** The signed root of the tree at one size; its root is in base64. */
record Checkpoint(Note note, long size, String root) {

    static Checkpoint parse(String text, Key key, String what) throws Altered {
        Note note = Note.parse(text, what);
        List<String> lines = note.lines();
        if (lines.size() < 3 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new Altered(what + " is no checkpoint");
        }
        if (!lines.get(0).equals(key.name())) {
            throw new Altered(what + " is of another log: " + lines.get(0) + " instead of " + key.name());
        }
        if (!note.isSignedBy(key)) {
            throw new Altered(what + " is not signed by " + key.shown());
        }
        Hashes.parse(lines.get(2), what);
        return new Checkpoint(note, Long.parseLong(lines.get(1)), lines.get(2));
    }

    /** All checkpoints of a file that holds one, or many with an empty line between. */
    static List<Checkpoint> parseAll(String file, Key key) throws Altered {
        List<Checkpoint> all = new ArrayList<>();
        String[] parts = file.strip().split("\n\n", -1);
        if (parts.length % 2 == 1) {
            throw new Altered("the file of known checkpoints ends in the middle of one");
        }
        for (int i = 0; i < parts.length; i += 2) {
            String what = "the known checkpoint " + (i / 2 + 1);
            all.add(parse(parts[i] + "\n\n" + parts[i + 1] + "\n", key, what));
        }
        return all;
    }
}
