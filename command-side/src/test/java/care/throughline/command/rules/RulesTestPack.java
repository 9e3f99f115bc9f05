package care.throughline.command.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pack as it is shipped, as text and as rules. */
final class RulesTestPack {

    String text() {
        try (InputStream yaml = Objects.requireNonNull(Rules.class.getResourceAsStream("/rules/us-2026.yaml"))) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LaceRule lace() {
        InputStream yaml = new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
        return RulePack.read("rules/us-2026.yaml", yaml).lace().getFirst();
    }
}
