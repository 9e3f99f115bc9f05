package care.throughline.query.desk;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words what changed last in a line, everything that one cause brought about. */
final class Told {

    private Told() {}

    static String of(Line.Latest latest, Names names) {
        return latest.changes().stream().map(change -> of(change, names)).collect(Collectors.joining(" · "));
    }

    private static String of(Change change, Names names) {
        return switch (change.what()) {
            case "transition.Opened" -> "New on the list";
            case "transition.DischargeCorrected" -> corrected(change);
            case "transition.Resumed" -> "What had ended it was taken back: the clocks run again";
            case "transition.Voided" -> "The discharge was taken back";
            case "transition.EndedByReadmission" -> "Readmitted";
            case "transition.EndedByDeath" -> "The patient died";
            case "transition.Completed" -> "Completed";
            case "transition.OutreachAttempted" -> "Attempt: " + words(change.to());
            case "transition.ContactMade" -> "Contact made";
            case "transition.VisitBooked" -> "Visit booked for " + day(change.to());
            case "transition.VisitCancelled" -> "Visit cancelled: " + change.to();
            case "transition.VisitMissed" -> "The patient missed the visit";
            case "transition.VisitKept" -> "Visit kept";
            case "transition.MedicationsReconciled" -> "Medicines reconciled";
            case "transition.ReconciliationRejudged" -> "Medicines: judged anew by the visit";
            case "transition.ChecklistItemDone" -> "Checked: " + words(change.to());
            case "transition.ChecklistItemReopened" -> "Opened again: " + words(change.to());
            case "transition.ComplexityJudged" ->
                "Complexity judged " + words(change.to()) + ": the visit clock follows";
            case "transition.RiskScored" -> "LACE scored " + change.to();
            case "transition.Snoozed" -> "Snoozed";
            case "transition.Unsnoozed" -> "Back from snooze";
            case "careteam.CoordinatorAssigned" -> "Assigned to " + staff(change, names);
            case "careteam.CoordinatorReleased" -> "Given back by " + staff(change, names) + ": nobody is accountable";
            case "careteam.HandoffOffered" -> "Offered to " + staff(change, names);
            case "careteam.HandoffAccepted" -> "Taken over by " + staff(change, names);
            case "careteam.HandoffDeclined" -> "Hand-off declined by " + staff(change, names);
            case "stay.Admitted" -> "In a hospital bed again: " + facility(change, names);
            case "stay.Registered" -> "Seen again: " + facility(change, names);
            case "stay.ClassChanged" -> "Class of a newer stay changed: " + facility(change, names);
            default -> change.what();
        };
    }

    private static String corrected(Change change) {
        return change.from() == null || change.from().equals(change.to())
                ? "The discharge was corrected; its date stays"
                : "Discharge date corrected from " + day(change.from()) + " to " + day(change.to()) + ": clocks moved";
    }

    private static String words(@Nullable String code) {
        return String.valueOf(code).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String day(@Nullable String date) {
        return date == null ? "" : Words.day(LocalDate.parse(date));
    }

    private static String staff(Change change, Names names) {
        return change.to() == null ? "" : names.staff(new StaffId(change.to()));
    }

    private static String facility(Change change, Names names) {
        return change.to() == null ? "" : names.facility(new FacilityCode(change.to()));
    }
}
