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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a transition, as far as later decisions ask for it.
 *
 * @param attempts names of the attempts to reach the patient
 * @param contact the contact that counts, if there was one
 * @param visitAt when the follow-up visit is booked for
 * @param visit the visit that took place
 * @param reconciliation of medicines, and how it was judged last
 * @param snooze out of the worklist, if somebody put it there
 * @param snoozedInPlace of another snooze that had not ended
 */
record Casework(
        Discharge discharge,
        Clocks clocks,
        Set<String> attempts,
        @Nullable ContactMade contact,
        @Nullable Instant visitAt,
        @Nullable VisitKept visit,
        @Nullable Reconciliation reconciliation,
        Set<ChecklistItem> done,
        @Nullable Complexity complexity,
        @Nullable Lace lace,
        @Nullable Snoozed snooze,
        boolean snoozedInPlace,
        boolean isCompleted) {

    /** Medicines were compared at this moment, in time or not. */
    record Reconciliation(Instant at, boolean timely) {}

    static Casework opened(Discharge discharge, Clocks clocks) {
        return new Casework(
                discharge, clocks, Set.of(), null, null, null, null, Set.of(), null, null, null, false, false);
    }

    /** The day by which the visit is due; 14 days unless somebody judged the complexity high. */
    LocalDate visitDue() {
        return clocks.visitDue(Objects.requireNonNullElse(complexity, Complexity.MODERATE));
    }

    Casework discharged(Discharge told, Clocks moved) {
        return but(next -> {
            next.discharge = told;
            next.clocks = moved;
        });
    }

    Casework attempted(String attempt) {
        return but(next -> next.attempts.add(attempt));
    }

    Casework contacted(ContactMade told) {
        return but(next -> next.contact = told);
    }

    Casework booked(@Nullable Instant startsAt) {
        return but(next -> next.visitAt = startsAt);
    }

    Casework visited(VisitKept told) {
        return but(next -> {
            next.visit = told;
            next.visitAt = null;
        });
    }

    Casework reconciled(Reconciliation told) {
        return but(next -> next.reconciliation = told);
    }

    Casework rejudged(boolean timely) {
        return reconciliation == null ? this : reconciled(new Reconciliation(reconciliation.at(), timely));
    }

    Casework checked(ChecklistItem item) {
        return but(next -> next.done.add(item));
    }

    Casework unchecked(ChecklistItem item) {
        return but(next -> next.done.remove(item));
    }

    Casework judged(Complexity told) {
        return but(next -> next.complexity = told);
    }

    Casework scored(Lace told) {
        return but(next -> next.lace = told);
    }

    Casework snoozed(@Nullable Snoozed told) {
        return but(next -> {
            next.snoozedInPlace =
                    told != null && snooze != null && snooze.until().isAfter(told.occurredAt());
            next.snooze = told;
        });
    }

    /** True if it is out of the worklist, and was put there at this moment. */
    boolean isSnoozedSince(Instant at) {
        return snooze != null && snooze.occurredAt().equals(at);
    }

    Casework completed() {
        return but(next -> next.isCompleted = true);
    }

    private Casework but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** The next casework while one thing in it changes. */
    private static final class Draft {
        private Discharge discharge;
        private Clocks clocks;
        private final Set<String> attempts;
        private @Nullable ContactMade contact;
        private @Nullable Instant visitAt;
        private @Nullable VisitKept visit;
        private @Nullable Reconciliation reconciliation;
        private final Set<ChecklistItem> done;
        private @Nullable Complexity complexity;
        private @Nullable Lace lace;
        private @Nullable Snoozed snooze;
        private boolean snoozedInPlace;
        private boolean isCompleted;

        Draft(Casework from) {
            discharge = from.discharge;
            clocks = from.clocks;
            attempts = new HashSet<>(from.attempts);
            contact = from.contact;
            visitAt = from.visitAt;
            visit = from.visit;
            reconciliation = from.reconciliation;
            done = new HashSet<>(from.done);
            complexity = from.complexity;
            lace = from.lace;
            snooze = from.snooze;
            snoozedInPlace = from.snoozedInPlace;
            isCompleted = from.isCompleted;
        }

        Casework finished() {
            return new Casework(
                    discharge,
                    clocks,
                    Set.copyOf(attempts),
                    contact,
                    visitAt,
                    visit,
                    reconciliation,
                    Set.copyOf(done),
                    complexity,
                    lace,
                    snooze,
                    snoozedInPlace,
                    isCompleted);
        }
    }
}
