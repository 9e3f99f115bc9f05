package care.throughline.events.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands after all reports so far, in whatever order they came.
 *
 * @param startedAt the first start of the visit, also before a change of class
 * @param admittedAt the start in the class it has now
 * @param admissionType HL7 table 0007: A, E, U, C (elective), L, N, R; null if nobody said
 * @param status {@code PLANNED} until somebody is admitted
 * @param historical known only from records handed over ({@link StayReport.Kind#RECORDED}), never as news: it opens and
 *     ends no transition and is no readmission
 * @param labels all that any report ever carried: a label is never taken off again by silence
 */
public record StayPicture(
        StayId stay,
        PatientId patient,
        FacilityCode facility,
        StayClass stayClass,
        List<StayClass> classHistory,
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable Disposition disposition,
        @Nullable String admissionType,
        @Nullable String location,
        Set<FacilityCode> toldBy,
        boolean historical,
        Set<Sensitivity> labels) {

    /** Where the visit stands. */
    public enum Status {
        PLANNED,
        IN_HOUSE,
        DISCHARGED,
        CANCELLED
    }
}
