package care.throughline.query.timeline;

import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.query.timeline.Line.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a visit. */
final class StayWords {

    private StayWords() {}

    static Line tell(StayEvent event) {
        StayPicture after = event.after();
        String facility = Line.facility(after.facility());
        return switch (event) {
            case StayEvent.AdmissionPlanned planned -> stay(planned, "An admission to " + facility + " is planned");
            case StayEvent.Admitted admitted ->
                stay(admitted, "Admitted to " + facility + " " + as(after.stayClass()) + history(after));
            case StayEvent.Registered registered -> stay(registered, arrival(after) + " " + facility + history(after));
            case StayEvent.ClassChanged changed ->
                stay(changed, "Changed " + classes(after.classHistory()) + " at " + facility);
            case StayEvent.Transferred transferred -> stay(transferred, "Moved " + to(after) + "within " + facility);
            case StayEvent.Discharged discharged ->
                stay(
                        discharged,
                        "Discharged from " + facility + " " + disposition(after.disposition()) + history(after));
            case StayEvent.AdmissionCancelled cancelled ->
                stay(cancelled, "The visit at " + facility + " was cancelled: it never took place");
            case StayEvent.DischargeCancelled cancelled ->
                stay(cancelled, "The discharge from " + facility + " was cancelled: the patient is still there");
            case StayEvent.Corrected corrected -> stay(corrected, "The visit at " + facility + " was told differently");
            case StayEvent.ReportNoted noted ->
                Line.of(
                        Topic.DETAIL,
                        noted.stay().value(),
                        "More about the visit at " + facility + ", nothing changed by it");
        };
    }

    /** A class of visit, as in "admitted ...". */
    static String as(StayClass stayClass) {
        return switch (stayClass) {
            case IMP -> "as an inpatient";
            case OBS -> "for observation";
            case EMER -> "in an emergency";
            case AMB -> "for a clinic visit";
            case PRE -> "later";
        };
    }

    /** A class of visit, as a noun. */
    static String noun(StayClass stayClass) {
        return switch (stayClass) {
            case IMP -> "inpatient";
            case OBS -> "observation";
            case EMER -> "emergency";
            case AMB -> "clinic visit";
            case PRE -> "planned admission";
        };
    }

    /** Where to, for the UB-04 patient discharge status codes in use; our own wording. */
    static String disposition(@Nullable Disposition disposition) {
        return disposition == null ? "(where to was not told)" : goes(disposition.code());
    }

    private static String goes(String code) {
        return switch (code) {
            case "01" -> "to home";
            case "02" -> "to another hospital";
            case "03" -> "to a skilled nursing facility";
            case "04" -> "to assisted living or custodial care";
            case "05" -> "to a cancer or children's hospital";
            case "06" -> "to home with home health care";
            case "07" -> "against medical advice";
            case "09" -> "into a bed of the same hospital";
            case "20" -> "by death";
            case "21" -> "to court or law enforcement";
            case "30" -> "on paper only: still a patient";
            case "41", "40", "42" -> "by death under hospice care";
            case "43" -> "to a federal hospital";
            case "50" -> "to hospice care at home";
            case "51" -> "to hospice care in a facility";
            case "61" -> "to a swing bed of the same hospital";
            case "62" -> "to a rehabilitation facility";
            case "63" -> "to a long-term care hospital";
            case "64" -> "to a nursing facility";
            case "65" -> "to a psychiatric hospital";
            case "66" -> "to a critical access hospital";
            default -> "with disposition " + code;
        };
    }

    private static String arrival(StayPicture after) {
        return switch (after.stayClass()) {
            case EMER -> "Came to the emergency department of";
            case AMB -> "Came for a clinic visit at";
            case IMP, OBS, PRE -> "Arrived at";
        };
    }

    private static String classes(List<StayClass> history) {
        StayClass now = history.getLast();
        return history.size() < 2
                ? "to " + noun(now)
                : "from " + noun(history.get(history.size() - 2)) + " to " + noun(now);
    }

    private static String to(StayPicture after) {
        return after.location() == null ? "" : "to " + Line.plain(after.location()) + " ";
    }

    private static String history(StayPicture after) {
        return after.historical() ? ", as a record handed over tells" : "";
    }

    private static Line stay(StayEvent event, String sentence) {
        return Line.of(Topic.STAY, event.stay().value(), sentence + relay(event));
    }

    private static String relay(StayEvent event) {
        return event.report().toldBy().equals(event.after().facility())
                ? ""
                : ", told by " + Line.facility(event.report().toldBy());
    }
}
