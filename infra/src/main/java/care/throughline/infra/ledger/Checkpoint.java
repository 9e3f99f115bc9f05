package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import java.util.List;

/** The root of the tree at one size, as the log signed it. */
record Checkpoint(long size, Hash root, String note) {

    static Checkpoint sign(long size, Hash root, SigningKey key) {
        return new Checkpoint(size, root, key.sign(key.origin() + "\n" + size + "\n" + root + "\n"));
    }

    /** Reads a signed note.
     *
     * @throws IllegalArgumentException if it is none of this key
     */
    static Checkpoint parse(String note, VerifyingKey key) {
        List<String> lines = note.lines().toList();
        if (lines.size() < 5 || !lines.get(0).equals(key.name()) || !key.signed(note)) {
            throw new IllegalArgumentException("this is no checkpoint of " + key.name());
        }
        return new Checkpoint(Long.parseLong(lines.get(1)), Hash.parse(lines.get(2)), note);
    }

    /** What is signed: everything before the empty line. */
    String text() {
        return note.substring(0, note.lastIndexOf("\n\n") + 1);
    }
}
