package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrictPagesTest {

    private static final Pattern INLINE = Pattern.compile(
            "\\sstyle=|\\son[a-z]+=\"|<style|<script(?![^>]*\\ssrc=)|javascript:|\\shx-on|hx-vals=['\"]js:");
    private static final Pattern FOREIGN = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");

    @Test
    void no_template_holds_anything_that_the_content_policy_forbids() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.path("query-side/src/main/jte"))) {
            List<String> forbidden = files.filter(file -> file.toString().endsWith(".jte"))
                    .flatMap(StrictPagesTest::forbiddenIn)
                    .toList();
            assertThat(forbidden)
                    .as(
                            "The content policy has no unsafe-inline: use classes, attributes of SVG, and files in static/assets")
                    .isEmpty();
        }
    }

    private static Stream<String> forbiddenIn(Path file) {
        try {
            String template = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
            return Stream.of(INLINE, FOREIGN)
                    .flatMap(pattern -> pattern.matcher(template).results())
                    .map(MatchResult::group)
                    .map(found -> file.getFileName() + ": " + found.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
