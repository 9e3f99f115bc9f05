package care.throughline.command.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StayId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport;
import care.throughline.events.stay.StayReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of one visit from all its reports, sorted by when the senders recorded them: what was recorded last
 * wins, whatever arrived last.
 */
final class Telling {

    /** Reports of the same moment: a visit starts before it changes, and changes before it ends or is taken back. */
    private static final Comparator<StayReport> AS_RECORDED = Comparator.comparing(StayReport::toldAt)
            .thenComparingInt(report -> rank(report.kind()))
            .thenComparing(StayReport::tieBreak);

    private final List<StayClass> classHistory = new ArrayList<>();
    private final Map<StayClass, Instant> starts = new EnumMap<>(StayClass.class);
    private boolean begun;
    private boolean discharged;
    private boolean cancelled;
    private @Nullable Instant dischargedAt;
    private @Nullable Disposition disposition;
    private @Nullable String admissionType;
    private @Nullable String location;

    private Telling() {}

    /** The visit as it stands after these reports, of which there is at least one, in any order. */
    static StayPicture of(StayId stay, FacilityCode facility, Collection<StayReport> reports) {
        List<StayReport> sorted = reports.stream().sorted(AS_RECORDED).toList();
        Telling telling = new Telling();
        sorted.forEach(telling::tell);
        return telling.picture(stay, facility, sorted);
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case RECORDED -> 0;
            case PREADMITTED -> 1;
            case REGISTERED -> 2;
            case ADMITTED -> 3;
            case CLASS_CHANGED -> 4;
            case TRANSFERRED -> 5;
            case TRANSFER_CANCELLED -> 6;
            case DISCHARGED -> 7;
            case UPDATED -> 8;
            case DISCHARGE_CANCELLED -> 9;
            case ADMISSION_CANCELLED -> 10;
        };
    }

    private void tell(StayReport report) {
        boolean expectedOnly = report.kind() == Kind.PREADMITTED || report.stayClass() == StayClass.PRE;
        if (!expectedOnly) {
            begun = true;
            takeClass(report);
        }
        admissionType = lastTold(report.admissionType(), admissionType);
        location = lastTold(report.location(), location);
        switch (report.kind()) {
            case ADMITTED, REGISTERED -> cancelled = false;
            case DISCHARGED -> discharge(report);
            case UPDATED -> correctDischarge(report);
            case DISCHARGE_CANCELLED -> takeBackDischarge();
            case ADMISSION_CANCELLED -> cancelled = true;
            case RECORDED -> takeRecord(report);
            case PREADMITTED, CLASS_CHANGED, TRANSFERRED, TRANSFER_CANCELLED -> {}
        }
    }

    private void takeClass(StayReport report) {
        StayClass told = report.stayClass();
        if (told != null && (classHistory.isEmpty() || classHistory.getLast() != told)) {
            classHistory.add(told);
        }
        Instant start = report.admittedAt();
        if (start != null && !classHistory.isEmpty()) {
            starts.put(classHistory.getLast(), start);
        }
    }

    private void discharge(StayReport report) {
        discharged = true;
        dischargedAt = Objects.requireNonNullElse(lastTold(report.dischargedAt(), dischargedAt), report.toldAt());
        disposition = lastTold(report.disposition(), disposition);
    }

    /** An update says when and where to only of a discharge that was recorded before it; its own time says nothing. */
    private void correctDischarge(StayReport report) {
        if (discharged) {
            dischargedAt = lastTold(report.dischargedAt(), dischargedAt);
            disposition = lastTold(report.disposition(), disposition);
        }
    }

    private void takeBackDischarge() {
        discharged = false;
        dischargedAt = null;
        disposition = null;
    }

    private void takeRecord(StayReport report) {
        if (report.dischargedAt() != null) {
            discharge(report);
        }
    }

    private StayPicture picture(StayId stay, FacilityCode facility, List<StayReport> sorted) {
        PatientId patient = sorted.getLast().patient();
        StayClass now = classHistory.isEmpty() ? begun ? StayClass.AMB : StayClass.PRE : classHistory.getLast();
        Set<FacilityCode> toldBy = sorted.stream()
                .map(StayReport::toldBy)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(FacilityCode::value))));
        boolean historical = sorted.stream().allMatch(report -> report.kind() == Kind.RECORDED);
        return new StayPicture(
                stay,
                patient,
                facility,
                now,
                List.copyOf(classHistory),
                status(),
                starts.values().stream().min(Comparator.naturalOrder()).orElse(null),
                starts.get(now),
                dischargedAt,
                disposition,
                admissionType,
                location,
                toldBy,
                historical,
                labels(sorted));
    }

    private static Set<Sensitivity> labels(List<StayReport> reports) {
        return reports.stream().flatMap(report -> report.labels().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Status status() {
        if (cancelled) {
            return Status.CANCELLED;
        }
        if (!begun) {
            return Status.PLANNED;
        }
        return discharged ? Status.DISCHARGED : Status.IN_HOUSE;
    }

    private static <T> @Nullable T lastTold(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }
}
