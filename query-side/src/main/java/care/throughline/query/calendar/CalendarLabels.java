package care.throughline.query.calendar;

import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.Side;

/** What pages call things. */
public final class CalendarLabels {

    private CalendarLabels() {}

    public static String of(Purpose purpose) {
        return switch (purpose) {
            case VISIT -> "Visit";
            case LAB -> "Lab";
            case IMAGING -> "Imaging";
            case PROCEDURE -> "Procedure";
            case THERAPY -> "Therapy";
            case SUPPORT -> "Help";
        };
    }

    public static String of(Mode mode) {
        return switch (mode) {
            case IN_PERSON -> "in person";
            case VIDEO -> "by video";
            case PHONE -> "by phone";
            case AT_HOME -> "at home";
        };
    }

    public static String of(Need need) {
        return switch (need) {
            case INTERPRETER -> "Interpreter";
            case RIDE -> "Ride";
            case TELEHEALTH -> "Technology";
        };
    }

    public static String of(Readiness readiness) {
        return switch (readiness) {
            case NEEDED -> "needed, not asked for";
            case ASKED -> "asked for";
            case ARRANGED -> "arranged";
            case NOT_NEEDED -> "not needed";
        };
    }

    public static String of(Side side) {
        return switch (side) {
            case PATIENT -> "The patient";
            case PROVIDER -> "The provider";
            case US -> "We";
        };
    }

    public static String of(Stage stage) {
        return switch (stage) {
            case BOOKED -> "Booked";
            case KEPT -> "Kept";
            case MISSED -> "Missed";
            case CANCELLED -> "Cancelled";
            case VOID -> "Not expected any more";
        };
    }

    public static String of(ConflictKind kind) {
        return switch (kind) {
            case OVERLAP -> "At the same time as another appointment";
            case COMMITMENT -> "At the time of a commitment";
            case ORDER -> "Not after what has to come first";
            case TIGHT -> "Little time between two places";
            case HOURS -> "Outside the hours the patient can come";
        };
    }

    public static String of(CommitmentKind kind) {
        return switch (kind) {
            case DIALYSIS -> "Dialysis";
            case TREATMENT -> "Treatment";
            case WORK -> "Work";
            case SCHOOL -> "School";
            case CARE_OF_OTHERS -> "Care of others";
            case FAITH -> "Faith";
            case OTHER -> "Another commitment";
        };
    }

    public static String of(Hindrance hindrance) {
        return switch (hindrance) {
            case TRANSPORTATION -> "No way to get there";
            case WORK_HOURS -> "Had to work";
            case LANGUAGE -> "Language";
            case COST -> "Cost";
            case CARE_OF_OTHERS -> "Had to care for somebody";
            case TOO_ILL -> "Too ill to come";
            case MISTRUST -> "Mistrust";
            case NOT_TOLD -> "Was not told, or not clearly";
            case TECHNOLOGY -> "The technology failed";
            case OTHER -> "Something else";
        };
    }

    public static String of(Duty.Task task) {
        return switch (task) {
            case CONFLICT -> "does not fit";
            case CONFIRM -> "not confirmed";
            case INTERPRETER -> "no interpreter yet";
            case RIDE -> "no ride yet";
            case TELEHEALTH -> "technology not tried";
        };
    }
}
