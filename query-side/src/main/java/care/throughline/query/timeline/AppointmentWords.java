package care.throughline.query.timeline;

import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.appointment.Side;
import care.throughline.events.appointment.WeeklyTime;
import care.throughline.query.timeline.Line.Topic;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what happened to appointments and to the standing week that they have to fit into. */
final class AppointmentWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private AppointmentWords() {}

    static Line tell(AppointmentEvent event) {
        return switch (event) {
            case AppointmentEvent.Booked told -> line(told, booking(told)).saying(told.with());
            case AppointmentEvent.Moved told -> line(told, "Appointment moved to " + Line.at(told.startsAt()));
            case AppointmentEvent.Confirmed told ->
                line(told, "The patient will come to the appointment " + Line.at(told.startsAt()));
            case AppointmentEvent.Prepared told ->
                line(told, of(told.need()) + " for " + Line.at(told.startsAt()) + ": " + of(told.readiness()));
            case AppointmentEvent.Ordered told ->
                detail(
                        told,
                        told.after() == null
                                ? "Nothing has to come before this appointment any more"
                                : "Another appointment has to come before this one");
            case AppointmentEvent.ConflictAccepted told ->
                line(
                                told,
                                "The appointment " + Line.at(told.clash().startsAt()) + " stands although "
                                        + of(told.clash()))
                        .saying(told.reason());
            case AppointmentEvent.Kept told ->
                line(told, "The patient came to the appointment " + Line.at(told.startsAt()));
            case AppointmentEvent.Missed told ->
                line(told, "The patient could not be seen at the appointment " + Line.at(told.startsAt()));
            case AppointmentEvent.Cancelled told ->
                line(told, of(told.by()) + " called off the appointment " + Line.at(told.startsAt()))
                        .saying(told.reason());
            case AppointmentEvent.MissFollowedUp told ->
                line(
                                told,
                                "What kept the patient from coming " + Line.at(told.startsAt()) + ": "
                                        + of(told.hindrances()))
                        .saying(told.note());
            case AppointmentEvent.Snoozed told ->
                detail(told, "The appointment was put aside until " + Line.at(told.until()))
                        .saying(told.reason());
            case AppointmentEvent.Unsnoozed told -> detail(told, "The appointment is back on the list");
        };
    }

    static Line tell(RoutineEvent event) {
        return switch (event) {
            case RoutineEvent.HoursTold told ->
                line(
                        told,
                        told.hours().isEmpty()
                                ? "The patient can come at any time"
                                : "The patient can come " + times(told.hours()));
            case RoutineEvent.CommitmentMade told ->
                line(told, of(told.kind()) + " " + times(told.times())).saying(told.note());
            case RoutineEvent.CommitmentEnded told ->
                line(told, "A commitment ends, its last day is " + TransitionWords.day(told.until()));
            case RoutineEvent.BarriersReviewed told ->
                line(told, "Barriers reviewed: " + of(told.hindrances())).saying(told.plan());
        };
    }

    private static String booking(AppointmentEvent.Booked told) {
        String where = told.performer() != null
                ? " with " + Line.performer(told.performer())
                : told.facility() != null ? " at " + Line.facility(told.facility()) : "";
        return of(told.purpose()) + " " + of(told.mode()) + where + " booked for " + Line.at(told.startsAt());
    }

    private static Line line(AppointmentEvent event, String sentence) {
        return Line.of(Topic.APPOINTMENT, event.appointment().value(), sentence);
    }

    private static Line detail(AppointmentEvent event, String sentence) {
        return Line.of(Topic.DETAIL, event.appointment().value(), sentence);
    }

    private static Line line(RoutineEvent event, String sentence) {
        return Line.of(Topic.APPOINTMENT, event.routine().value(), sentence);
    }

    private static String times(List<WeeklyTime> times) {
        return times.stream()
                .map(time -> time.day().getDisplayName(TextStyle.SHORT, Locale.US) + " " + TIME.format(time.from())
                        + " to " + TIME.format(time.to()))
                .collect(Collectors.joining(", "));
    }

    private static String of(Collection<Hindrance> hindrances) {
        return hindrances.stream().sorted().map(AppointmentWords::of).collect(Collectors.joining(", "));
    }

    private static String of(Purpose purpose) {
        return switch (purpose) {
            case VISIT -> "Visit";
            case LAB -> "Lab";
            case IMAGING -> "Imaging";
            case PROCEDURE -> "Procedure";
            case THERAPY -> "Therapy";
            case SUPPORT -> "Help";
        };
    }

    private static String of(Mode mode) {
        return switch (mode) {
            case IN_PERSON -> "in person";
            case VIDEO -> "by video";
            case PHONE -> "by phone";
            case AT_HOME -> "at home";
        };
    }

    private static String of(Need need) {
        return switch (need) {
            case INTERPRETER -> "Interpreter";
            case RIDE -> "Ride";
            case TELEHEALTH -> "Technology";
        };
    }

    private static String of(Readiness readiness) {
        return switch (readiness) {
            case NEEDED -> "needed, and not asked for";
            case ASKED -> "asked for";
            case ARRANGED -> "arranged";
            case NOT_NEEDED -> "not needed";
        };
    }

    private static String of(Side side) {
        return switch (side) {
            case PATIENT -> "The patient";
            case PROVIDER -> "The provider";
            case US -> "We";
        };
    }

    private static String of(Clash clash) {
        ConflictKind kind = clash.kind();
        return switch (kind) {
            case OVERLAP -> "there is another appointment at the same time";
            case COMMITMENT -> "the patient has a commitment at that time";
            case ORDER -> "what has to come first does not";
            case TIGHT -> "there is little time to get from one place to the other";
            case HOURS -> "it lies outside the hours the patient can come";
        };
    }

    private static String of(CommitmentKind kind) {
        return switch (kind) {
            case DIALYSIS -> "Dialysis";
            case TREATMENT -> "Treatment";
            case WORK -> "Work";
            case SCHOOL -> "School";
            case CARE_OF_OTHERS -> "Care of others";
            case FAITH -> "Faith";
            case OTHER -> "A commitment";
        };
    }

    private static String of(Hindrance hindrance) {
        return switch (hindrance) {
            case TRANSPORTATION -> "no way to get there";
            case WORK_HOURS -> "had to work";
            case LANGUAGE -> "language";
            case COST -> "cost";
            case CARE_OF_OTHERS -> "had to care for somebody";
            case TOO_ILL -> "too ill to come";
            case MISTRUST -> "mistrust";
            case NOT_TOLD -> "was not told, or not clearly";
            case TECHNOLOGY -> "the technology failed";
            case OTHER -> "something else";
        };
    }
}
