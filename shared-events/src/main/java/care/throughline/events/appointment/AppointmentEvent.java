package care.throughline.events.appointment;

import care.throughline.events.AppointmentId;
import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.Sensitivity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to one appointment. When one of a referral or of a transition is, and what came of it, is told
 * there alone; here is told what neither knows: that it was confirmed, what is ready, what it has to follow, and so on.
 */
public sealed interface AppointmentEvent extends DomainEvent {

    AppointmentId appointment();

    PatientId patient();

    /** {@code with} whom, in words; {@code labels} protect all that is told of it. */
    @EventName("appointment.Booked")
    record Booked(
            AppointmentId appointment,
            PatientId patient,
            Purpose purpose,
            Mode mode,
            Instant startsAt,
            int minutes,
            @Nullable PerformerId performer,
            @Nullable FacilityCode facility,
            Personal<String> with,
            Set<Sensitivity> labels,
            Instant occurredAt)
            implements AppointmentEvent {}

    @EventName("appointment.Moved")
    record Moved(AppointmentId appointment, PatientId patient, Instant startsAt, int minutes, Instant occurredAt)
            implements AppointmentEvent {}

    /** The patient will come to the appointment at this time. */
    @EventName("appointment.Confirmed")
    record Confirmed(AppointmentId appointment, PatientId patient, Instant startsAt, Instant occurredAt)
            implements AppointmentEvent {}

    /** How it stands with a need of the appointment at this time. */
    @EventName("appointment.Prepared")
    record Prepared(
            AppointmentId appointment,
            PatientId patient,
            Instant startsAt,
            Need need,
            Readiness readiness,
            Instant occurredAt)
            implements AppointmentEvent {}

    /** It makes sense only after the other; {@code after} is null if it does not need one before it any more. */
    @EventName("appointment.Ordered")
    record Ordered(
            AppointmentId appointment,
            PatientId patient,
            @Nullable AppointmentId after,
            Instant occurredAt) implements AppointmentEvent {}

    /** It stands although it does not fit. */
    @EventName("appointment.ConflictAccepted")
    record ConflictAccepted(
            AppointmentId appointment, PatientId patient, Clash clash, Personal<String> reason, Instant occurredAt)
            implements AppointmentEvent {}

    @EventName("appointment.Kept")
    record Kept(AppointmentId appointment, PatientId patient, Instant startsAt, Instant occurredAt)
            implements AppointmentEvent {}

    /** The patient did not come. */
    @EventName("appointment.Missed")
    record Missed(AppointmentId appointment, PatientId patient, Instant startsAt, Instant occurredAt)
            implements AppointmentEvent {}

    @EventName("appointment.Cancelled")
    record Cancelled(
            AppointmentId appointment,
            PatientId patient,
            Instant startsAt,
            Side by,
            Personal<String> reason,
            Instant occurredAt)
            implements AppointmentEvent {}

    /** Somebody asked what had kept the patient from coming at this time. */
    @EventName("appointment.MissFollowedUp")
    record MissFollowedUp(
            AppointmentId appointment,
            PatientId patient,
            Instant startsAt,
            Set<Hindrance> hindrances,
            Personal<String> note,
            Instant occurredAt)
            implements AppointmentEvent {}

    /** Off the desk until a moment, as it stood at this time; {@code startsAt} is null if it stood at none. */
    @EventName("appointment.Snoozed")
    record Snoozed(
            AppointmentId appointment,
            PatientId patient,
            @Nullable Instant startsAt,
            Instant until,
            Personal<String> reason,
            Instant occurredAt)
            implements AppointmentEvent {}

    @EventName("appointment.Unsnoozed")
    record Unsnoozed(AppointmentId appointment, PatientId patient, Instant occurredAt) implements AppointmentEvent {}
}
