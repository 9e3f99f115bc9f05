package care.throughline.command.intake;

import care.throughline.events.FacilityCode;
import care.throughline.events.Sensitivity;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.stay.Diagnosis;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one message says about one person, whatever format it came in.
 *
 * @param toldAt when the sender recorded it: what decides between contradicting news
 * @param tieBreak orders news of the same moment, the same in every order of arrival
 * @param identifiers all numbers that say who it is; never empty
 * @param demographics only the fields that were told, empty text for a field to delete
 * @param retired numbers that from now on mean this person (HL7 MRG-1)
 * @param guarded true if the sender says that this person is to be protected; false says nothing
 */
public record News(
        FacilityCode toldBy,
        Instant toldAt,
        String tieBreak,
        List<Identifier> identifiers,
        Map<DemographicField, String> demographics,
        Life life,
        List<Visit> visits,
        List<Identifier> retired,
        boolean guarded) {

    /** Whether somebody is dead, as far as a message says. */
    public sealed interface Life {

        /** Nothing was said about it. */
        record Unsaid() implements Life {}

        record Alive() implements Life {}

        /** Dead since {@code at}, null if not known. */
        record Dead(@Nullable Instant at) implements Life {}
    }

    /** One visit as told; what was left empty is null and changes nothing. Labels are those of the sender and of the place. */
    public record Visit(
            FacilityCode facility,
            String number,
            StayReport.Kind kind,
            @Nullable StayClass stayClass,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable Disposition disposition,
            @Nullable String admissionType,
            @Nullable String location,
            List<Diagnosis> diagnoses,
            @Nullable String reason,
            @Nullable String attending,
            Set<Sensitivity> labels) {

        /** The same with these labels besides its own. */
        public Visit labelled(Set<Sensitivity> more) {
            Set<Sensitivity> all = new HashSet<>(labels);
            all.addAll(more);
            return new Visit(
                    facility,
                    number,
                    kind,
                    stayClass,
                    admittedAt,
                    dischargedAt,
                    disposition,
                    admissionType,
                    location,
                    diagnoses,
                    reason,
                    attending,
                    Set.copyOf(all));
        }
    }
}
