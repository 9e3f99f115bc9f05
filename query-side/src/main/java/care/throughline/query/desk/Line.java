package care.throughline.query.desk;

import care.throughline.query.Accesses;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the worklist as it stands in the read model.
 *
 * @param patient the record under which the discharge was told
 * @param person the root of the person that this record belongs to now
 * @param coordinator the account that is accountable, empty if nobody is
 * @param latest what changed last
 * @param receipt the positions of all events that made this line what it is
 */
public record Line(
        String item,
        String kind,
        String patient,
        String person,
        Who who,
        Left left,
        Dues dues,
        Done done,
        @Nullable Risk risk,
        String coordinator,
        String offeredTo,
        @Nullable Snooze snooze,
        State state,
        @Nullable String closeReason,
        Latest latest,
        long position,
        List<Long> receipt) {

    /** Whether the work goes on; that a window lapsed is computed, not stored. */
    public enum State {
        OPEN,
        COMPLETED,
        READMITTED,
        DIED,
        VOID
    }

    /** Who it is, as far as told and not forgotten. */
    public record Who(
            @Nullable String family,
            @Nullable String given,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String phone,
            @Nullable String language,
            boolean deceased) {

        /** Somebody whose chart is closed to the viewer. */
        static final Who CLOSED = new Who(Accesses.CLOSED, null, null, null, null, null, false);

        public String name() {
            return Words.name(family, given);
        }
    }

    /** The discharge: from where, when, to where. */
    public record Left(
            String stay,
            String facility,
            String stayClass,
            @Nullable String disposition,
            Instant dischargedAt,
            LocalDate date) {}

    /** What is due when, by which rule; days in the organisation's zone, inclusive. */
    public record Dues(
            LocalDate contact,
            LocalDate visit,
            LocalDate reconciliation,
            LocalDate windowEnd,
            LocalDate next,
            @Nullable String complexity,
            String rule,
            String ruleVersion) {}

    /** What has been done so far. */
    public record Done(
            int attempts,
            @Nullable Instant lastAttemptAt,
            @Nullable String lastOutcome,
            @Nullable Instant contactAt,
            @Nullable Boolean contactTimely,
            @Nullable Instant visitAt,
            int visitsMissed,
            @Nullable Instant visitKeptAt,
            @Nullable Boolean visitTimely,
            @Nullable Instant reconciledAt,
            @Nullable Boolean reconciledTimely,
            List<String> checklist) {}

    /** The LACE score at discharge. */
    public record Risk(int lace, String band) {}

    /** Out of the list until then. */
    public record Snooze(Instant until, String reason) {}

    /**
     * What one cause changed together, in order.
     *
     * @param at when we learned it
     * @param by a staff account, or {@code system:} and the automation's or channel's name
     */
    public record Latest(List<Change> changes, Instant at, String by) {}

    /** The records it speaks of. */
    List<String> records() {
        return List.of(patient, person);
    }

    /** The same work, without whose it is. */
    Line veiled() {
        return new Line(
                item,
                kind,
                patient,
                person,
                Who.CLOSED,
                left,
                dues,
                done,
                risk,
                coordinator,
                offeredTo,
                snooze,
                state,
                closeReason,
                latest,
                position,
                receipt);
    }

    /** Where this line stands in the order. */
    public FindWorklist.Place place() {
        return new FindWorklist.Place(dues.next(), risk == null ? 99 : 19 - risk.lace(), left.date(), item);
    }
}
