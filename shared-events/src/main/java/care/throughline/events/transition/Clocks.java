package care.throughline.events.transition;

import care.throughline.events.RuleRef;
import java.time.LocalDate;

/** The due days that a rule pack derives from a discharge; all are days in the organisation's time zone, inclusive. */
public record Clocks(
        LocalDate contactDue, LocalDate visit7Due, LocalDate visit14Due, LocalDate windowEnd, RuleRef rule) {

    /** The day by which the visit is due at this complexity. */
    public LocalDate visitDue(Complexity complexity) {
        return complexity == Complexity.HIGH ? visit7Due : visit14Due;
    }
}
