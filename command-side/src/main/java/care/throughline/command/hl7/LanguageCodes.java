package care.throughline.command.hl7;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Three-letter language codes (ISO 639-2) as two-letter ones (ISO 639-1). */
final class LanguageCodes {

    private static final Map<String, String> TWO = table();

    private LanguageCodes() {}

    /** The two-letter code, or empty text if there is none. */
    static String twoLetters(String threeLetters) {
        return TWO.getOrDefault(threeLetters, "");
    }

    private static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            table.putIfAbsent(Locale.of(two).getISO3Language(), two);
        }
        return table;
    }
}
