package care.throughline.command.transition;

import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.Snoozed;
import care.throughline.events.transition.TransitionEvent.VisitKept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a transition, as far as later decisions ask for it.
 *
 * @param attempts names of the attempts to reach the patient
 * @param contact the contact that counts, if there was one
 * @param visitAt when the follow-up visit is booked for
 * @param visit the visit that took place
 * @param snooze out of the worklist, if somebody put it there
 */
record Casework(
        Discharge discharge,
        Clocks clocks,
        Set<String> attempts,
        @Nullable ContactMade contact,
        @Nullable Instant visitAt,
        @Nullable VisitKept visit,
        @Nullable Instant reconciledAt,
        Set<ChecklistItem> done,
        @Nullable Complexity complexity,
        @Nullable Lace lace,
        @Nullable Snoozed snooze,
        boolean isCompleted) {

    static Casework opened(Discharge discharge, Clocks clocks) {
        return new Casework(discharge, clocks, Set.of(), null, null, null, null, Set.of(), null, null, null, false);
    }

    /** The day by which the visit is due; 14 days unless somebody judged the complexity high. */
    LocalDate visitDue() {
        return clocks.visitDue(Objects.requireNonNullElse(complexity, Complexity.MODERATE));
    }

    Casework discharged(Discharge told, Clocks moved) {
        return new Casework(
                told,
                moved,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework attempted(String attempt) {
        return new Casework(
                discharge,
                clocks,
                plus(attempts, attempt),
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework contacted(ContactMade told) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                told,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework booked(@Nullable Instant startsAt) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                startsAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework visited(VisitKept told) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                null,
                told,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework reconciled(Instant at) {
        return new Casework(
                discharge, clocks, attempts, contact, visitAt, visit, at, done, complexity, lace, snooze, isCompleted);
    }

    Casework checked(ChecklistItem item) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                plus(done, item),
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework unchecked(ChecklistItem item) {
        Set<ChecklistItem> left = new HashSet<>(done);
        left.remove(item);
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                Set.copyOf(left),
                complexity,
                lace,
                snooze,
                isCompleted);
    }

    Casework judged(Complexity told) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                told,
                lace,
                snooze,
                isCompleted);
    }

    Casework scored(Lace told) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                told,
                snooze,
                isCompleted);
    }

    Casework snoozed(@Nullable Snoozed told) {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                told,
                isCompleted);
    }

    Casework completed() {
        return new Casework(
                discharge,
                clocks,
                attempts,
                contact,
                visitAt,
                visit,
                reconciledAt,
                done,
                complexity,
                lace,
                snooze,
                true);
    }

    private static <T> Set<T> plus(Set<T> some, T one) {
        Set<T> more = new HashSet<>(some);
        more.add(one);
        return Set.copyOf(more);
    }
}
