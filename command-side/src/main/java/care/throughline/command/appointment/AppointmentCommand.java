package care.throughline.command.appointment;

import care.throughline.command.Visit;
import care.throughline.events.AppointmentId;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.Side;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of an appointment; {@code at} is when it happened. */
public sealed interface AppointmentCommand {

    AppointmentId appointment();

    Instant at();

    /** About when it is and what came of it: only of an appointment whose time stands in no referral and no transition. */
    sealed interface Owned extends AppointmentCommand {}

    record Book(@TargetAggregateIdentifier AppointmentId appointment, PatientId patient, Details details, Instant at)
            implements Owned {}

    record Move(@TargetAggregateIdentifier AppointmentId appointment, Instant startsAt, int minutes, Instant at)
            implements Owned {}

    record RecordKept(@TargetAggregateIdentifier AppointmentId appointment, Instant at) implements Owned {}

    record RecordMissed(@TargetAggregateIdentifier AppointmentId appointment, Instant at) implements Owned {}

    record Cancel(@TargetAggregateIdentifier AppointmentId appointment, Side by, String reason, Instant at)
            implements Owned {}

    /** About making any appointment ready. */
    sealed interface Preparing extends AppointmentCommand {

        /** What stands elsewhere of it; null if its time stands here. */
        @Nullable Visit visit();
    }

    /** The patient will come at this time; if it was moved meanwhile, that says nothing of the new one. */
    record Confirm(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Instant startsAt,
            Instant at) implements Preparing {}

    record Prepare(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Need need,
            Readiness readiness,
            Instant at)
            implements Preparing {}

    /** Has it come after the other; null if nothing has to come before it any more. */
    record PutAfter(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            @Nullable AppointmentId after,
            Instant at)
            implements Preparing {}

    record AcceptConflict(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Clash clash,
            String reason,
            Instant at)
            implements Preparing {}

    /** Says what kept the patient from coming to the appointment at this time. */
    record FollowUpMiss(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Instant startsAt,
            Set<Hindrance> hindrances,
            String note,
            Instant at)
            implements Preparing {}

    /** About whether its line is on the desk. */
    sealed interface OnTheDesk extends AppointmentCommand {

        /** What stands elsewhere of it; null if its time stands here. */
        @Nullable Visit visit();
    }

    record Snooze(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Instant until,
            String reason,
            Instant at)
            implements OnTheDesk {}

    record Unsnooze(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Instant at) implements OnTheDesk {}

    /** Takes back the snooze of that moment, if nothing has happened since. */
    record TakeBackSnooze(
            @TargetAggregateIdentifier AppointmentId appointment,
            @Nullable Visit visit,
            Instant snoozedAt,
            Instant at) implements OnTheDesk {}

    /** What is booked, and when. */
    record Details(
            Purpose purpose,
            Mode mode,
            Instant startsAt,
            int minutes,
            @Nullable PerformerId performer,
            @Nullable FacilityCode facility,
            String with,
            Set<Sensitivity> labels) {}
}
