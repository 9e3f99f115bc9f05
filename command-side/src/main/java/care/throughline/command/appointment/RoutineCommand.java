package care.throughline.command.appointment;

import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import care.throughline.events.RoutineId;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.WeeklyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of the standing week of a person; {@code at} is when it was told. */
public sealed interface RoutineCommand {

    RoutineId routine();

    PatientId patient();

    Instant at();

    /** When they can come; no hours if at any time. */
    record TellHours(
            @TargetAggregateIdentifier RoutineId routine, PatientId patient, List<WeeklyTime> hours, Instant at)
            implements RoutineCommand {}

    record MakeCommitment(
            @TargetAggregateIdentifier RoutineId routine,
            PatientId patient,
            CommitmentId commitment,
            CommitmentKind kind,
            List<WeeklyTime> times,
            LocalDate since,
            @Nullable LocalDate until,
            String note,
            Instant at)
            implements RoutineCommand {}

    /** Ends it; {@code until} is the last day on which it holds. */
    record EndCommitment(
            @TargetAggregateIdentifier RoutineId routine,
            PatientId patient,
            CommitmentId commitment,
            LocalDate until,
            Instant at)
            implements RoutineCommand {}

    record ReviewBarriers(
            @TargetAggregateIdentifier RoutineId routine,
            PatientId patient,
            Set<Hindrance> hindrances,
            String plan,
            Instant at)
            implements RoutineCommand {}
}
