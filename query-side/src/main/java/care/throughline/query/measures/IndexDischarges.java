package care.throughline.query.measures;

import static java.util.Objects.requireNonNull;

import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which discharges of one person count for 30-day all-cause readmission, and which of them were followed by one.
 * Definition {@value #VERSION}: inpatient stays that ended alive, not to hospice, not moved on to another hospital by
 * the next day, one per discharge; against the next inpatient admission within 30 days, elective ones not counted.
 */
final class IndexDischarges {

    static final String VERSION = "readmission-30d/1";

    private static final int WINDOW_DAYS = 30;
    private static final Set<String> DIED = Set.of("20", "40", "41", "42");
    private static final Set<String> HOSPICE = Set.of("50", "51");
    private static final String TO_ANOTHER_HOSPITAL = "02";
    private static final String ELECTIVE = "C";

    private final ZoneId zone;

    /** @param zone the organisation's time zone, in which days are counted */
    IndexDischarges(ZoneId zone) {
        this.zone = zone;
    }

    /** A stay as this definition needs it; {@code receipt} holds the positions of the events that told of it. */
    record Stay(
            String stay,
            String facility,
            StayClass stayClass,
            Status status,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable String disposition,
            @Nullable String admissionType,
            List<Long> receipt) {}

    /** One member of the denominator; a member of the numerator too if {@code readmission} is there and unplanned. */
    record IndexDischarge(
            String stay,
            String facility,
            LocalDate dischargeDate,
            @Nullable String readmission,
            int days,
            boolean planned,
            List<Long> receipt) {

        boolean counts() {
            return readmission != null && !planned;
        }
    }

    /** The index discharges among all stays of one person, in order of admission. */
    List<IndexDischarge> of(List<Stay> staysOfOnePerson) {
        List<Stay> inpatient = staysOfOnePerson.stream()
                .filter(stay -> stay.stayClass() == StayClass.IMP)
                .filter(stay -> stay.status() == Status.IN_HOUSE || stay.status() == Status.DISCHARGED)
                .filter(stay -> stay.admittedAt() != null)
                .sorted(Comparator.comparing(IndexDischarges::admitted).thenComparing(Stay::stay))
                .toList();
        List<IndexDischarge> found = new ArrayList<>();
        for (int i = 0; i < inpatient.size(); i++) {
            if (isIndex(inpatient, i)) {
                found.add(index(inpatient, i));
            }
        }
        return found;
    }

    private boolean isIndex(List<Stay> stays, int i) {
        Stay stay = stays.get(i);
        if (stay.dischargedAt() == null
                || DIED.contains(disposition(stay))
                || HOSPICE.contains(disposition(stay))
                || isSameDischarge(stays, i)) {
            return false;
        }
        Stay next = next(stays, i);
        return next == null || !isTransfer(stay, next);
    }

    private IndexDischarge index(List<Stay> stays, int i) {
        Stay stay = stays.get(i);
        LocalDate discharged = day(discharged(stay));
        Stay next = next(stays, i);
        Set<Long> receipt = new TreeSet<>(stay.receipt());
        if (next != null) {
            int days = (int) ChronoUnit.DAYS.between(discharged, day(admitted(next)));
            if (days >= 0 && days <= WINDOW_DAYS) {
                receipt.addAll(next.receipt());
                boolean planned = ELECTIVE.equals(next.admissionType());
                return new IndexDischarge(
                        stay.stay(), stay.facility(), discharged, next.stay(), days, planned, List.copyOf(receipt));
            }
        }
        return new IndexDischarge(stay.stay(), stay.facility(), discharged, null, 0, false, List.copyOf(receipt));
    }

    /** The next stay that is not the same discharge told by another facility. */
    private @Nullable Stay next(List<Stay> stays, int i) {
        for (int j = i + 1; j < stays.size(); j++) {
            if (!isSame(stays.get(i), stays.get(j))) {
                return stays.get(j);
            }
        }
        return null;
    }

    private boolean isSameDischarge(List<Stay> stays, int i) {
        return stays.subList(0, i).stream().anyMatch(earlier -> isSame(earlier, stays.get(i)));
    }

    private boolean isSame(Stay earlier, Stay later) {
        return earlier.dischargedAt() != null
                && later.dischargedAt() != null
                && admitted(later).isBefore(discharged(earlier))
                && day(discharged(earlier)).equals(day(discharged(later)));
    }

    private boolean isTransfer(Stay stay, Stay next) {
        long days = ChronoUnit.DAYS.between(day(discharged(stay)), day(admitted(next)));
        return TO_ANOTHER_HOSPITAL.equals(disposition(stay))
                && !stay.facility().equals(next.facility())
                && days >= 0
                && days <= 1;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static String disposition(Stay stay) {
        return stay.disposition() == null ? "" : stay.disposition();
    }

    private static Instant admitted(Stay stay) {
        return requireNonNull(stay.admittedAt(), "filtered before");
    }

    private static Instant discharged(Stay stay) {
        return requireNonNull(stay.dischargedAt(), "filtered before");
    }
}
