package care.throughline.command.rules;

import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which discharges open a transition.
 *
 * @param withoutDisposition whether one opens while nobody said where the patient went
 */
record Opening(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        Set<StayClass> classes,
        Set<String> dispositions,
        boolean withoutDisposition)
        implements Dated {

    boolean opens(@Nullable Disposition disposition) {
        return disposition == null ? withoutDisposition : dispositions.contains(disposition.code());
    }

    @Override
    public @Nullable String fault() {
        if (classes.isEmpty()) {
            return "classes must name at least one class of stay";
        }
        return Faults.dispositions(dispositions);
    }
}
