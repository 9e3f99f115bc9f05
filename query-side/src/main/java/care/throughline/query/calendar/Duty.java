package care.throughline.query.calendar;

import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.round.WorkItemId;
import care.throughline.query.calendar.AppointmentRules.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do, from which day on and by when; pure, so that it is the same when it is told again.
 *
 * @param item names the line on the desk
 * @param appointment null if it is about several
 * @param until the last day on which it makes sense, null if it stays until it is done
 * @param since the day by which its age counts
 */
public record Duty(
        String item,
        Kind kind,
        @Nullable String appointment,
        String patient,
        LocalDate from,
        @Nullable LocalDate until,
        LocalDate due,
        LocalDate since,
        List<Task> tasks,
        Rule rule,
        long position,
        List<Long> receipt) {

    /** Names the line of a barrier review, together with the person. */
    public static final String REVIEW = WorkItemId.REVIEW;

    /** What kind of line it is. */
    public enum Kind {
        PREPARE,
        OUTCOME,
        FOLLOW_UP,
        REVIEW
    }

    /** What is missing until an appointment is ready. */
    public enum Task {
        CONFLICT,
        CONFIRM,
        INTERPRETER,
        RIDE,
        TELEHEALTH
    }

    /** A missed appointment; {@code on} is its day. */
    public record Miss(LocalDate on, LocalDate toldOn, long position) {}

    /** What is to be done about one appointment. */
    static Stream<Duty> of(Slot slot, boolean clashes, Rule rule) {
        return switch (slot.stage()) {
            case BOOKED -> Stream.concat(prepare(slot, clashes, rule).stream(), Stream.of(outcome(slot, rule)));
            case MISSED -> slot.followedUp() ? Stream.empty() : Stream.of(followUp(slot, rule));
            case KEPT, CANCELLED, VOID -> Stream.empty();
        };
    }

    /** That several were missed, unless that was looked into since: {@code missed} are those told after the last review. */
    static Optional<Duty> review(String person, List<Miss> missed, Rule rule) {
        List<Miss> told = missed.stream()
                .sorted(Comparator.comparing(Miss::on).thenComparingLong(Miss::position))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        LocalDate since = told.getLast().on().minusDays(rule.reviewWithinDays());
        List<Miss> close = told.stream().filter(one -> one.on().isAfter(since)).toList();
        if (close.size() < rule.reviewAfterMissed()) {
            return Optional.empty();
        }
        Miss last = close.stream().max(Comparator.comparingLong(Miss::position)).orElseThrow();
        List<Long> receipt = close.stream().map(Miss::position).sorted().toList();
        String item = REVIEW + person.substring(person.indexOf('_') + 1);
        LocalDate from = last.toldOn();
        LocalDate due = from.plusDays(rule.reviewDays());
        return Optional.of(new Duty(
                item, Kind.REVIEW, null, person, from, null, due, from, List.of(), rule, last.position(), receipt));
    }

    private static Optional<Duty> prepare(Slot slot, boolean clashes, Rule rule) {
        List<Task> tasks = tasks(slot, clashes);
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        LocalDate soon = slot.startsOn().minusDays(rule.confirmWithinDays());
        LocalDate from = clashes && slot.knownOn().isBefore(soon) ? slot.knownOn() : soon;
        LocalDate due = slot.startsOn().minusDays(1);
        return Optional.of(line(slot, Kind.PREPARE, from, slot.startsOn(), due, slot.knownOn(), tasks, rule));
    }

    private static List<Task> tasks(Slot slot, boolean clashes) {
        List<Task> tasks = new ArrayList<>();
        if (clashes) {
            tasks.add(Task.CONFLICT);
        }
        if (!slot.startsAt().equals(slot.confirmedFor())) {
            tasks.add(Task.CONFIRM);
        }
        for (Need need : Need.values()) {
            Readiness known = slot.needs().get(need);
            boolean untold = known == null && need == Need.TELEHEALTH && slot.mode() == Mode.VIDEO;
            if (untold || (known != null && !known.isSettled())) {
                tasks.add(Task.valueOf(need.name()));
            }
        }
        return tasks;
    }

    private static Duty outcome(Slot slot, Rule rule) {
        LocalDate next = slot.startsOn().plusDays(1);
        LocalDate due = slot.startsOn().plusDays(rule.outcomeDays());
        return line(slot, Kind.OUTCOME, next, null, due, slot.startsOn(), List.of(), rule);
    }

    private static Duty followUp(Slot slot, Rule rule) {
        LocalDate told = slot.toldOn() == null ? slot.startsOn() : slot.toldOn();
        return line(
                slot, Kind.FOLLOW_UP, told, null, told.plusDays(rule.followUpDays()), slot.startsOn(), List.of(), rule);
    }

    private static Duty line(
            Slot slot,
            Kind kind,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate due,
            LocalDate since,
            List<Task> tasks,
            Rule rule) {
        return new Duty(
                slot.appointment(),
                kind,
                slot.appointment(),
                slot.patient(),
                from,
                until,
                due,
                since,
                tasks,
                rule,
                slot.position(),
                slot.receipt());
    }
}
