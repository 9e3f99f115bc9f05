package care.throughline.query.calendar;

import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.WeeklyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a person is to be at, and what of it does not fit together; pure, so that it is the same when it is told again.
 *
 * @param slots all appointments, also those that are over: another may have to come after them
 * @param hours when the person can come; at any time if there are none
 * @param travel how long it takes from one place to another
 */
record Week(List<Slot> slots, List<Bound> commitments, List<WeeklyTime> hours, ZoneId zone, Duration travel) {

    /** One thing that does not fit; of two appointments it is the one's that was put there last. */
    record Conflict(Slot slot, Clash clash) {}

    List<Conflict> conflicts() {
        return slots.stream()
                .filter(Slot::isBooked)
                .sorted(Comparator.comparing(Slot::startsAt).thenComparing(Slot::appointment))
                .flatMap(slot -> Stream.of(others(slot), commitments(slot), order(slot), hours(slot))
                        .flatMap(found -> found))
                .toList();
    }

    private Stream<Conflict> others(Slot slot) {
        List<Conflict> found = new ArrayList<>();
        for (Slot other : slots) {
            boolean cameFirst = other.setAt() < slot.setAt();
            if (other.isBooked() && cameFirst) {
                if (slot.overlaps(other)) {
                    found.add(conflict(slot, ConflictKind.OVERLAP, other.appointment(), other.startsAt()));
                } else if (slot.mode().isAway()
                        && other.mode().isAway()
                        && gap(slot, other).compareTo(travel) < 0) {
                    found.add(conflict(slot, ConflictKind.TIGHT, other.appointment(), other.startsAt()));
                }
            }
        }
        return found.stream();
    }

    private static Duration gap(Slot one, Slot other) {
        return one.startsAt().isBefore(other.startsAt())
                ? Duration.between(one.endsAt(), other.startsAt())
                : Duration.between(other.endsAt(), one.startsAt());
    }

    private Stream<Conflict> commitments(Slot slot) {
        LocalDate last = LocalDate.ofInstant(slot.endsAt(), zone);
        return commitments.stream()
                .filter(one -> slot.startsOn()
                        .minusDays(1)
                        .datesUntil(last.plusDays(1))
                        .flatMap(day -> one.on(day, zone))
                        .anyMatch(time -> slot.startsAt().isBefore(time.to())
                                && time.from().isBefore(slot.endsAt())))
                .map(one -> conflict(slot, ConflictKind.COMMITMENT, one.commitment(), null));
    }

    /** What has to come first must be there, be wanted, and be over by then. */
    private Stream<Conflict> order(Slot slot) {
        String after = slot.after();
        if (after == null) {
            return Stream.empty();
        }
        Slot first = slots.stream()
                .filter(one -> one.appointment().equals(after))
                .findFirst()
                .orElse(null);
        boolean fits = first != null
                && (first.stage() == Stage.BOOKED || first.stage() == Stage.KEPT)
                && !first.endsAt().isAfter(slot.startsAt());
        return fits
                ? Stream.empty()
                : Stream.of(conflict(slot, ConflictKind.ORDER, after, first == null ? null : first.startsAt()));
    }

    private Stream<Conflict> hours(Slot slot) {
        ZonedDateTime from = slot.startsAt().atZone(zone);
        ZonedDateTime to = slot.endsAt().atZone(zone);
        boolean fits = hours.isEmpty()
                || hours.stream()
                        .anyMatch(time -> time.day() == from.getDayOfWeek()
                                && !from.toLocalTime().isBefore(time.from())
                                && isBy(to, from.toLocalDate(), time.to()));
        return fits ? Stream.empty() : Stream.of(conflict(slot, ConflictKind.HOURS, null, null));
    }

    private static boolean isBy(ZonedDateTime end, LocalDate day, LocalTime latest) {
        return end.toLocalDate().equals(day) && !end.toLocalTime().isAfter(latest);
    }

    private static Conflict conflict(
            Slot slot, ConflictKind kind, @Nullable String with, @Nullable Instant otherStartsAt) {
        return new Conflict(Objects.requireNonNull(slot), new Clash(kind, slot.startsAt(), with, otherStartsAt));
    }
}
