package care.throughline.command.transition;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.transition.TransitionState.Died;
import care.throughline.command.transition.TransitionState.NotStarted;
import care.throughline.command.transition.TransitionState.Readmitted;
import care.throughline.command.transition.TransitionState.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says no in a sentence that tells what to do instead. */
record Guards(TransitionState state, ZonedDateTime now) {

    /** Clocks of two machines differ a little; nobody is told off for that. */
    private static final Duration LENIENCY = Duration.ofMinutes(2);

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** The work so far, if its course runs. */
    Casework whileRunning() {
        return switch (state) {
            case NotStarted none -> throw unknown();
            case Running running -> running.work();
            case Readmitted ended ->
                throw new Rejected(
                        "transition-ended",
                        "The patient is back in hospital, so this transition has ended. Work on the next discharge.");
            case Died ended ->
                throw new Rejected("transition-ended", "The patient has died; this transition has ended.");
            case TransitionState.TakenBack none -> throw isVoid();
        };
    }

    /** The work so far, if something can have happened in it at that time; also of an ended one, before its end. */
    Casework forWhatHappened(Instant at) {
        if (at.isAfter(now.toInstant().plus(LENIENCY))) {
            throw new Rejected("in-the-future", "This lies in the future. Record it when it has happened.");
        }
        Casework work = switch (state) {
            case NotStarted none -> throw unknown();
            case Running running -> running.work();
            case Readmitted ended -> before(ended.at(), at, ended.work());
            case Died ended -> before(ended.at(), at, ended.work());
            case TransitionState.TakenBack none -> throw isVoid();
        };
        if (at.isBefore(work.discharge().dischargedAt())) {
            throw new Rejected("before-discharge", "This was before the discharge, so it does not belong here.");
        }
        return work;
    }

    /** The work so far, if something can be booked for that time. */
    Casework forWhatComes(Instant startsAt) {
        Casework work = whileRunning();
        future(startsAt, "A visit is booked for a time in the future. Record a visit that took place as kept.");
        return work;
    }

    void future(Instant at, String otherwise) {
        if (!at.isAfter(now.toInstant())) {
            throw new Rejected("in-the-past", otherwise);
        }
    }

    Instant booked(Casework work) {
        Instant startsAt = work.visitAt();
        if (startsAt == null) {
            throw new Rejected("visit-not-booked", "No visit is booked. Book one first.");
        }
        return startsAt;
    }

    Instant begun(Instant startsAt) {
        if (startsAt.isAfter(now.toInstant())) {
            throw new Rejected("visit-not-yet", "The visit has not begun yet. Cancel it if the patient will not come.");
        }
        return startsAt;
    }

    static void minutes(int minutes) {
        if (minutes < 0 || minutes > MINUTES_OF_A_DAY) {
            throw new Rejected("minutes-out-of-range", "Minutes spent are between 0 and 1440.");
        }
    }

    static void reason(String reason, String otherwise) {
        if (reason.isBlank()) {
            throw new Rejected("reason-missing", otherwise);
        }
    }

    static void completion(Casework work, @Nullable String reason) {
        List<String> missing = new ArrayList<>();
        if (work.contact() == null) {
            missing.add("a contact with the patient");
        }
        if (work.visit() == null) {
            missing.add("the follow-up visit");
        }
        if (work.reconciliation() == null) {
            missing.add("the medication reconciliation");
        }
        if (!missing.isEmpty() && (reason == null || reason.isBlank())) {
            throw new Rejected(
                    "completion-needs-reason",
                    "Still missing: " + String.join(", ", missing) + ". Say why the work is done without.");
        }
    }

    private static Casework before(Instant end, Instant at, Casework work) {
        if (!at.isBefore(end)) {
            throw new Rejected(
                    "transition-ended", "This was after the transition had ended, so it does not belong here.");
        }
        return work;
    }

    /** Of whom the follow-up visit is, and when, if one is booked; also of a transition that has ended. */
    static Visit visit(TransitionState state) {
        if (state instanceof NotStarted) {
            throw unknown();
        }
        Casework work = state.work();
        return new Visit(
                work.discharge().patient(), work.visitAt(), work.discharge().labels());
    }

    private static Rejected unknown() {
        return new Rejected("transition-unknown", "There is no such transition.");
    }

    private static Rejected isVoid() {
        return new Rejected(
                "transition-void",
                "The discharge was taken back or needs no follow-up, so there is nothing to do here.");
    }
}
