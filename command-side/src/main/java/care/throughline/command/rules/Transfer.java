package care.throughline.command.rules;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a discharge and the next admission elsewhere are one episode. */
record Transfer(
        String id, LocalDate from, @Nullable LocalDate to, String source, Set<String> dispositions, int withinDays)
        implements Dated {

    @Override
    public @Nullable String fault() {
        return withinDays < 0 ? "withinDays must not be negative" : Faults.dispositions(dispositions);
    }
}
