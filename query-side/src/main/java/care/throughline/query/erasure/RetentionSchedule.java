package care.throughline.query.erasure;

import care.throughline.events.erasure.RecordClass;
import java.time.LocalDate;
import java.util.List;

/** How long records are kept; infra provides it from the rule pack. */
@FunctionalInterface
public interface RetentionSchedule {

    /** The periods that hold on that day. */
    List<Period> on(LocalDate day);

    /**
     * How long records of a class are kept.
     *
     * @param source where the period comes from
     */
    record Period(RecordClass recordClass, int months, String source) {}
}
