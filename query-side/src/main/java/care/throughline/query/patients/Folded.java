package care.throughline.query.patients;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched: without accents, capitals, and marks, in parts. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** The parts of a name in their order, each folded: {@code Núñez-Ångström} gives {@code nunez, angstrom}. */
    static List<String> parts(String name) {
        String joined = name.replace("'", "").replace("\u2019", "");
        return Arrays.stream(BETWEEN_PARTS.split(fold(joined)))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        // Letters that Unicode does not take apart.
        return bare.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }
}
