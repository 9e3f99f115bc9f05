package care.throughline.query.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Reach;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One performer as the directory shows it.
 *
 * @param languages as BCP 47 tags
 * @param part2Program whether it is a substance use disorder program: what is asked of it is labelled
 * @param capacityAt when it last said how much room it has
 * @param verifiedAt when somebody last made sure that everything holds
 * @param withdrawn takes no referrals any more
 * @param reach how its own system is told
 * @param daysToSeen the median of the days from being asked to seeing the patient, of the last 20; null if it saw nobody yet
 * @param seen of how many that is
 * @param miles in a straight line from the middle of the ZIP area that was asked for to that of its own, to a tenth; null if
 *     none was asked for, or one is not known
 */
public record Entry(
        String performer,
        String name,
        Specialty specialty,
        List<String> languages,
        List<OpeningHours> hours,
        String zip,
        String phone,
        boolean part2Program,
        Capacity capacity,
        Instant capacityAt,
        Instant verifiedAt,
        boolean withdrawn,
        Reach reach,
        @Nullable Double daysToSeen,
        int seen,
        @Nullable Double miles,
        long position) {

    /** The same, so many miles away. */
    Entry away(@Nullable Double distance) {
        return new Entry(
                performer,
                name,
                specialty,
                languages,
                hours,
                zip,
                phone,
                part2Program,
                capacity,
                capacityAt,
                verifiedAt,
                withdrawn,
                reach,
                daysToSeen,
                seen,
                distance,
                position);
    }

    /** True if it is open at this moment, in the time of the place. */
    boolean isOpen(LocalDateTime at) {
        return on(at.getDayOfWeek())
                .filter(open -> !at.toLocalTime().isBefore(open.from())
                        && at.toLocalTime().isBefore(open.to()))
                .isPresent();
    }

    /** When it is open on that day, empty if it is closed. */
    public Optional<OpeningHours> on(DayOfWeek day) {
        return hours.stream().filter(one -> one.day() == day).findFirst();
    }
}
