package care.throughline.command.patient;

import care.throughline.command.Rejected;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Unmerged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a record is one with another: an edge that can be drawn and taken back, while nothing is moved. */
sealed interface Merge {

    record Never() implements Merge {}

    record Into(MergedInto known) implements Merge {}

    /** Taken back by a person; only a source that says so later merges it again. */
    record Apart(Instant since) implements Merge {}

    default List<PatientEvent> hear(MergeInto told) {
        if (told.patient().equals(told.survivor())) {
            return List.of();
        }
        MergedInto event = new MergedInto(told.patient(), told.survivor(), told.kind(), told.at());
        return switch (this) {
            case Never never -> List.of(event);
            case Into into -> again(into.known(), event);
            case Apart apart ->
                told.kind() == MergeKind.TOLD && told.at().isAfter(apart.since()) ? List.of(event) : List.of();
        };
    }

    default List<PatientEvent> undo(Unmerge command) {
        return switch (this) {
            case Never never -> throw notMerged();
            case Apart apart -> List.of();
            case Into into -> {
                if (command.reason().isBlank()) {
                    throw new Rejected("reason-missing", "Say why the merge was wrong.");
                }
                PatientId from = into.known().survivor();
                Personal<String> reason = Personal.of(command.patient(), command.reason());
                yield List.of(new Unmerged(command.patient(), from, reason, command.at()));
            }
        };
    }

    default Merge evolve(MergedInto event) {
        return new Into(event);
    }

    default Merge evolve(Unmerged event) {
        return new Apart(event.occurredAt());
    }

    default Optional<PatientId> survivor() {
        return switch (this) {
            case Never never -> Optional.empty();
            case Into into -> Optional.of(into.known().survivor());
            case Apart apart -> Optional.empty();
        };
    }

    /** A source's word weighs more than what we found by shared identifiers, and its earliest word counts. */
    private static List<PatientEvent> again(MergedInto known, MergedInto told) {
        if (!known.survivor().equals(told.survivor())) {
            throw new Rejected(
                    "already-merged", "This record was merged into another one before. Merge the surviving record.");
        }
        boolean firstWord = told.kind() == MergeKind.TOLD && known.kind() == MergeKind.SAME_IDENTIFIERS;
        boolean earlierWord = told.kind() == known.kind() && told.occurredAt().isBefore(known.occurredAt());
        return firstWord || (earlierWord && told.kind() == MergeKind.TOLD) ? List.of(told) : List.of();
    }

    private static Rejected notMerged() {
        return new Rejected("not-merged", "This record is not merged into another one, so nothing can be undone.");
    }
}
