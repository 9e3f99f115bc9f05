package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import care.throughline.events.RoutineId;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.WeeklyTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients send about the standing week of a person; each says which command it is. */
final class RoutineRequests {

    private RoutineRequests() {}

    /** From when to when on one day, in the organisation's zone. */
    record Span(@Nullable LocalTime from, @Nullable LocalTime to) {

        WeeklyTime on(DayOfWeek day) {
            if (from == null || to == null || !from.isBefore(to)) {
                throw new Rejected("hours-unclear", "Give both times of a day, the earlier one first.");
            }
            return new WeeklyTime(day, from, to);
        }
    }

    /** The days on which the person can come, none if on any. */
    record Hours(@Nullable Map<DayOfWeek, Span> hours) {

        RoutineCommand of(PatientId patient, Instant now) {
            Map<DayOfWeek, Span> said = hours == null ? Map.of() : hours;
            List<WeeklyTime> week = said.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(day -> day.getValue().on(day.getKey()))
                    .toList();
            return new RoutineCommand.TellHours(RoutineId.of(patient), patient, week, now);
        }
    }

    /**
     * The same time on several days of the week; it ends on the next day if {@code to} is not after {@code from}.
     *
     * @param commitment an id of the client's own, so that sending it again makes it once
     * @param since the first day, today if it is not said
     */
    record Commitment(
            @Nullable CommitmentId commitment,
            CommitmentKind kind,
            @Nullable Set<DayOfWeek> days,
            LocalTime from,
            LocalTime to,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String note) {

        RoutineCommand of(PatientId patient, Instant now, ZoneId zone) {
            List<WeeklyTime> times = (days == null ? Set.<DayOfWeek>of() : days)
                    .stream().sorted().map(day -> new WeeklyTime(day, from, to)).toList();
            return new RoutineCommand.MakeCommitment(
                    RoutineId.of(patient),
                    patient,
                    Objects.requireNonNullElseGet(
                            commitment, () -> new CommitmentId(CommitmentId.PREFIX + UUID.randomUUID())),
                    kind,
                    times,
                    Objects.requireNonNullElseGet(since, () -> LocalDate.ofInstant(now, zone)),
                    until,
                    Texts.optional(note, "The note", Texts.LINE),
                    now);
        }
    }

    /** Its last day. */
    record Ending(LocalDate until) {

        RoutineCommand of(PatientId patient, CommitmentId commitment, Instant now) {
            return new RoutineCommand.EndCommitment(RoutineId.of(patient), patient, commitment, until, now);
        }
    }

    record Review(
            @Nullable Set<Hindrance> hindrances, @Nullable String plan) {

        RoutineCommand of(PatientId patient, Instant now) {
            return new RoutineCommand.ReviewBarriers(
                    RoutineId.of(patient),
                    patient,
                    hindrances == null ? Set.of() : hindrances,
                    Texts.required(plan, "What is done about it", Texts.NOTE),
                    now);
        }
    }
}
