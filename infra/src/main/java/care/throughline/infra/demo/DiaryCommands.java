package care.throughline.infra.demo;

import care.throughline.command.appointment.AppointmentCommand;
import care.throughline.command.appointment.RoutineCommand;
import care.throughline.events.AppointmentId;
import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import care.throughline.events.RoutineId;
import care.throughline.events.appointment.WeeklyTime;
import care.throughline.infra.demo.Step.Entry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says which command an entry of a diary is. */
final class DiaryCommands {

    private static final int MINUTES = 30;

    private DiaryCommands() {}

    static Object of(Entry entry, PatientId patient, Instant at) {
        return switch (entry) {
            case Entry.Booking booking ->
                new AppointmentCommand.Book(
                        id(patient, booking.startsAt()),
                        patient,
                        new AppointmentCommand.Details(
                                booking.purpose(),
                                booking.mode(),
                                booking.startsAt(),
                                MINUTES,
                                null,
                                null,
                                booking.with(),
                                Set.of()),
                        at);
            case Entry.Missed missed -> new AppointmentCommand.RecordMissed(id(patient, missed.startsAt()), at);
            case Entry.Standing standing ->
                new RoutineCommand.MakeCommitment(
                        RoutineId.of(patient),
                        patient,
                        new CommitmentId(CommitmentId.PREFIX + "demo-" + suffix(patient)),
                        standing.kind(),
                        week(LocalTime.parse(standing.from()), LocalTime.parse(standing.to())),
                        LocalDate.ofInstant(at, ZoneOffset.UTC),
                        null,
                        standing.note(),
                        at);
        };
    }

    private static List<WeeklyTime> week(LocalTime from, LocalTime to) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .map(day -> new WeeklyTime(day, from, to))
                .toList();
    }

    private static AppointmentId id(PatientId patient, Instant startsAt) {
        return new AppointmentId(AppointmentId.PREFIX + "demo-" + suffix(patient) + "-" + startsAt.getEpochSecond());
    }

    private static String suffix(PatientId patient) {
        return patient.value().substring(PatientId.PREFIX.length());
    }
}
