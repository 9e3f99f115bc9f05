package care.throughline.command.rules;

import care.throughline.events.erasure.RecordClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long what is kept; one period for each class of records. */
record RetentionRule(String id, LocalDate from, @Nullable LocalDate to, String source, List<Retention> periods)
        implements Dated {

    @Override
    public @Nullable String fault() {
        for (RecordClass kept : RecordClass.values()) {
            if (periods.stream().filter(period -> period.recordClass() == kept).count() != 1) {
                return "periods must have exactly one for " + kept;
            }
        }
        return periods.stream()
                        .anyMatch(
                                period -> period.months() < 1 || period.source().isBlank())
                ? "every period has at least one month and a source"
                : null;
    }
}
