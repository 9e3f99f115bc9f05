package care.throughline.command.rules;

import care.throughline.events.stay.StayClass;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which admissions end a transition.
 *
 * @param plannedAdmissionTypes HL7 table 0007
 */
record Ending(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        Set<StayClass> classes,
        Set<String> plannedAdmissionTypes)
        implements Dated {

    @Override
    public @Nullable String fault() {
        return classes.isEmpty() ? "classes must name at least one class of stay" : null;
    }
}
