package care.throughline.infra.events;

import care.throughline.infra.testing.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the sources say about a type in the first sentence of its comment. */
final class SourceWords {

    private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");
    private static final Pattern SENTENCE = Pattern.compile("^.*?[.](?=\\s|$)");

    private SourceWords() {}

    /** The first sentence above the type, or the words of its name if nobody wrote one. */
    static String about(Class<?> type) {
        Pattern declared = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                        + "(?:public |sealed |static |final )*(?:record|interface|enum|class) " + type.getSimpleName()
                        + "\\b",
                Pattern.DOTALL);
        return declared.matcher(source(type))
                .results()
                .findFirst()
                .map(SourceWords::sentence)
                .orElseGet(() -> wordsOf(type));
    }

    private static String sentence(MatchResult comment) {
        String text =
                comment.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip().replaceAll("\\s+", " ");
        String plain = TAG.matcher(text.replaceAll(" @\\w+ .*", "")).replaceAll("$1");
        return Optional.of(SENTENCE.matcher(plain))
                .filter(found -> found.find())
                .map(found -> found.group())
                .orElse(plain);
    }

    private static String wordsOf(Class<?> type) {
        String words =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String source(Class<?> type) {
        Class<?> top = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        try {
            return Files.readString(Repository.path(
                    "shared-events/src/main/java/" + top.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
