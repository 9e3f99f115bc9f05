package care.throughline.events.appointment;

import care.throughline.events.CommitmentId;
import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.RoutineId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the standing week of a person, and to what keeps them from coming. */
public sealed interface RoutineEvent extends DomainEvent {

    RoutineId routine();

    PatientId patient();

    /** When the person can come; at any time if there are none. */
    @EventName("appointment.HoursTold")
    record HoursTold(RoutineId routine, PatientId patient, List<WeeklyTime> hours, Instant occurredAt)
            implements RoutineEvent {}

    /** From {@code since} on; days are those of the organisation's zone. */
    @EventName("appointment.CommitmentMade")
    record CommitmentMade(
            RoutineId routine,
            PatientId patient,
            CommitmentId commitment,
            CommitmentKind kind,
            List<WeeklyTime> times,
            LocalDate since,
            @Nullable LocalDate until,
            Personal<String> note,
            Instant occurredAt)
            implements RoutineEvent {}

    /** {@code until} is the last day on which it holds. */
    @EventName("appointment.CommitmentEnded")
    record CommitmentEnded(
            RoutineId routine, PatientId patient, CommitmentId commitment, LocalDate until, Instant occurredAt)
            implements RoutineEvent {}

    /** After several missed appointments: what keeps the person from coming, and what is done about it. */
    @EventName("appointment.BarriersReviewed")
    record BarriersReviewed(
            RoutineId routine, PatientId patient, Set<Hindrance> hindrances, Personal<String> plan, Instant occurredAt)
            implements RoutineEvent {}
}
