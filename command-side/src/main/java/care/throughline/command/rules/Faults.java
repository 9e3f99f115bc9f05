package care.throughline.command.rules;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with parameters, in words for whoever edits the pack. */
final class Faults {

    private Faults() {}

    /** The name of the first parameter that is not there and may not be left out. */
    static @Nullable String missing(Record rule) {
        for (RecordComponent parameter : rule.getClass().getRecordComponents()) {
            if (!parameter.getAnnotatedType().isAnnotationPresent(Nullable.class) && valueOf(parameter, rule) == null) {
                return parameter.getName();
            }
        }
        return null;
    }

    private static @Nullable Object valueOf(RecordComponent parameter, Record rule) {
        try {
            return parameter.getAccessor().invoke(rule);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a rule hides its own parameter", e);
        }
    }

    static @Nullable String dispositions(Collection<String> codes) {
        if (codes.isEmpty()) {
            return "dispositions must name at least one code";
        }
        return codes.stream()
                .filter(code -> !code.matches("[0-9]{2}"))
                .findFirst()
                .map(code -> "disposition '" + code + "' is no UB-04 code of two digits; quote it")
                .orElse(null);
    }
}
