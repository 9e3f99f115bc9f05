package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** A signed note: a text, and lines with signatures over it. */
record Note(String text, List<Line> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int ED25519_SIGNATURE = 64;

    /** One signature: who says they made it, and its bytes. */
    record Line(String name, int id, ByteBuffer signature) {}

    /** Reads a note.
     *
     * @param what how to speak of it if it is none
     */
    static Note parse(String note, String what) throws Altered {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new Altered(what + " is no signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(gap + 2, note.length() - 1).split("\n", -1)) {
            lines.add(line(line, what));
        }
        return new Note(note.substring(0, gap + 1), lines);
    }

    private static Line line(String line, String what) throws Altered {
        String[] parts = line.split(" ", -1);
        if (line.startsWith(DASH) && parts.length == 3) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
                boolean tidy = Base64.getEncoder().encodeToString(bytes.array()).equals(parts[2]);
                if (tidy && bytes.remaining() > Integer.BYTES) {
                    return new Line(parts[1], bytes.getInt(), bytes.slice());
                }
            } catch (IllegalArgumentException e) {
                throw new Altered(what + " has a signature that is no base64");
            }
        }
        throw new Altered(what + " has a line among its signatures that is none");
    }

    /** Whether the log of this key signed it. */
    boolean isSignedBy(Key key) {
        return isSigned(key, line -> key.verifies(text.getBytes(UTF_8), bytes(line.signature())));
    }

    /** Whether this witness says that it has seen it. */
    boolean isCosignedBy(Key witness) {
        return isSigned(witness, line -> {
            if (line.signature().remaining() != Long.BYTES + ED25519_SIGNATURE) {
                return false;
            }
            ByteBuffer bytes = line.signature().duplicate();
            String message = "cosignature/v1\ntime " + bytes.getLong() + "\n" + text;
            return witness.verifies(message.getBytes(UTF_8), bytes(bytes.slice()));
        });
    }

    private boolean isSigned(Key key, Predicate<Line> verified) {
        List<Line> theirs = signatures.stream()
                .filter(line -> line.name().equals(key.name()) && line.id() == key.id())
                .toList();
        return !theirs.isEmpty() && theirs.stream().allMatch(verified);
    }

    List<String> lines() {
        return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
