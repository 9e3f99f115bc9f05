package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ways to falsify an export, each chosen by chance. */
enum Manipulation {
    EDIT_EVENT,
    EDIT_PROOF,
    EDIT_CHECKPOINT,
    EDIT_NOTE,
    DELETE,
    REORDER,
    TRUNCATE,
    CUT,
    INSERT,
    REPEAT,
    FORGE_BY_OTHER_KEY,
    FORK_BY_SAME_KEY;

    private static final String EVENTS = "events.ndjson";

    /**
     * What an export looks like afterwards.
     *
     * @param genuine as the log gave it
     * @param forged one of other events, signed by another key of the same name
     * @param forked one of other events, signed by the log's own key
     */
    Map<String, byte[]> of(
            Map<String, byte[]> genuine, Map<String, byte[]> forged, Map<String, byte[]> forked, Random random) {
        Map<String, byte[]> files = new LinkedHashMap<>(genuine);
        List<String> lines = new ArrayList<>(text(files, EVENTS).lines().toList());
        int at = random.nextInt(lines.size());
        switch (this) {
            case EDIT_EVENT -> lines.set(at, edited(lines.get(at), random));
            case EDIT_PROOF -> editOne(files, random, "proofs/", "leaves");
            case EDIT_CHECKPOINT -> editOne(files, random, "checkpoint");
            case EDIT_NOTE -> editOne(files, random, "export.note");
            case DELETE -> lines.remove(at);
            case REORDER -> Collections.swap(lines, at, (at + 1 + random.nextInt(lines.size() - 1)) % lines.size());
            case TRUNCATE -> lines.subList(at, lines.size()).clear();
            case CUT ->
                lines.set(
                        at,
                        lines.get(at).substring(0, random.nextInt(lines.get(at).length())));
            case INSERT -> lines.add(at, edited(lines.get(at), random));
            case REPEAT -> lines.add(at, lines.get(at));
            case FORGE_BY_OTHER_KEY -> {
                return new LinkedHashMap<>(forged);
            }
            case FORK_BY_SAME_KEY -> {
                return new LinkedHashMap<>(forked);
            }
        }
        files.put(EVENTS, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        return files;
    }

    /** One printable character becomes another. */
    private static String edited(String line, Random random) {
        char[] chars = line.toCharArray();
        int at = random.nextInt(chars.length);
        char before = chars[at];
        while (chars[at] == before) {
            chars[at] = (char) (' ' + random.nextInt('~' - ' '));
        }
        return new String(chars);
    }

    /** One bit of one file whose name starts so. */
    private static void editOne(Map<String, byte[]> files, Random random, String... starts) {
        List<String> names = files.keySet().stream()
                .filter(name -> Arrays.stream(starts).anyMatch(name::startsWith))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = files.getOrDefault(name, new byte[0]).clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        files.put(name, bytes);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }
}
