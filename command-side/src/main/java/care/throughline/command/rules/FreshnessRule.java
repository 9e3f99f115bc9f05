package care.throughline.command.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** After how many days somebody should ask again whether an entry of the directory holds, and a price counts as old. */
record FreshnessRule(
        String id, LocalDate from, @Nullable LocalDate to, String source, int verifyAfterDays, int priceOldAfterDays)
        implements Dated {

    @Override
    public @Nullable String fault() {
        return verifyAfterDays < 1 || priceOldAfterDays < 1 ? "both must be at least a day" : null;
    }
}
