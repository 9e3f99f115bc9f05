package care.throughline.events.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.Sensitivity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a sender said about one visit. A field that the sender left empty is null and changes nothing.
 *
 * @param toldBy the sender, which need not be the facility of the stay
 * @param toldAt when the sender recorded it (HL7 EVN-2): what decides between contradicting reports
 * @param tieBreak orders reports of the same moment, so that every order of arrival gives the same picture
 * @param patient the record under which it was told
 * @param admittedAt the admission as told, or as it follows from the message
 * @param labels as they follow from the program that told it or that the visit is in, and as the sender wrote them
 */
public record StayReport(
        Kind kind,
        FacilityCode toldBy,
        Instant toldAt,
        String tieBreak,
        PatientId patient,
        @Nullable StayClass stayClass,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable Disposition disposition,
        @Nullable String admissionType,
        @Nullable String location,
        Personal<Details> details,
        Set<Sensitivity> labels) {

    /** What the message was about; HL7 trigger events in brackets. */
    public enum Kind {
        /** A01. */
        ADMITTED,
        /** A04. */
        REGISTERED,
        /** A05. */
        PREADMITTED,
        /** A06, A07. */
        CLASS_CHANGED,
        /** A02. */
        TRANSFERRED,
        /** A12. */
        TRANSFER_CANCELLED,
        /** A03. */
        DISCHARGED,
        /** A08. */
        UPDATED,
        /** A11. */
        ADMISSION_CANCELLED,
        /** A13. */
        DISCHARGE_CANCELLED,
        /** A whole visit out of a record that was handed over (FHIR bundle): history, not news. */
        RECORDED
    }

    /** What says more about the person than an analyst of streams may see. */
    public record Details(
            String visitNumber,
            List<Diagnosis> diagnoses,
            @Nullable String reason,
            @Nullable String attending) {}
}
