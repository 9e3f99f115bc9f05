package care.throughline.infra.intake;

import care.throughline.samples.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The feed as another set of persons and visits: the salt is appended to every number and control id, so that one running
 * application can hear the same story many times, each time about somebody else.
 */
public final class SaltedFeed {

    private final String salt;
    private final Pattern numbers;

    public SaltedFeed(JsonNode truth, String salt) {
        this.salt = salt;
        Set<String> known = new TreeSet<>();
        for (JsonNode person : truth.get("persons")) {
            person.get("identifiers").forEach(one -> known.add(one.get("value").asString()));
            person.get("stays").forEach(one -> known.add(one.get("visitNumber").asString()));
        }
        List<String> quoted = known.stream().map(Pattern::quote).toList();
        this.numbers = Pattern.compile("(?<=[|~])(" + String.join("|", quoted) + "|V2605037)(?=[\\^|\r]|$)");
    }

    /** The messages in the order of the file. */
    public List<byte[]> inOrder() {
        return Fixtures.found().feed().stream().map(this::salted).toList();
    }

    /** The messages in reverse order. */
    List<byte[]> reversed() {
        return inOrder().reversed();
    }

    /** The messages in an order that depends on the seed only. */
    List<byte[]> shuffled(long seed) {
        List<byte[]> messages = new ArrayList<>(inOrder());
        Collections.shuffle(messages, new Random(seed));
        return messages;
    }

    private byte[] salted(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String renumbered = numbers.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + salt));
        String[] header = renumbered.split("\\|", 11);
        header[9] = header[9] + salt;
        return String.join("|", header).getBytes(StandardCharsets.ISO_8859_1);
    }
}
