package care.throughline.verifier;

import java.util.List;

/** One {@code .tlog-proof}: where an entry is, the way up to the root, and the checkpoint, verbatim. */
record Proof(long index, List<byte[]> path, String checkpoint) {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";

    static Proof parse(String text, String what) throws Altered {
        int gap = text.indexOf("\n\n");
        List<String> lines =
                gap < 0 ? List.of() : List.of(text.substring(0, gap).split("\n", -1));
        int at = lines.size() > 1 && lines.get(1).startsWith("extra ") ? 2 : 1;
        if (lines.size() <= at
                || !lines.get(0).equals(FORMAT)
                || !lines.get(at).matches("index (0|[1-9][0-9]{0,17})")) {
            throw new Altered(what + " is no proof");
        }
        long index = Long.parseLong(lines.get(at).substring("index ".length()));
        return new Proof(index, Hashes.parse(lines.subList(at + 1, lines.size()), what), text.substring(gap + 2));
    }
}
