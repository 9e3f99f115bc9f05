package care.throughline.command.fhir;

import care.throughline.command.intake.News.Visit;
import care.throughline.events.FacilityCode;
import care.throughline.events.stay.Diagnosis;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayReport;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.jspecify.annotations.Nullable;

/** Reads one past visit from an Encounter and the Conditions that were found in it. */
record EncounterEntry(BundleEntryComponent entry, Entries entries) {

    /** Where visits of a place without a usable number belong. */
    static final FacilityCode ELSEWHERE = new FacilityCode("FHIR");

    /** The visit, or empty if it never took place, has not begun, or is of no class we know. */
    Optional<Visit> visit() {
        Encounter encounter = encounter();
        Optional<StayClass> stayClass =
                Codes.stayClass(String.valueOf(encounter.getClass_().getCode()));
        return took(encounter.getStatus()) && encounter.getPeriod().hasStart()
                ? stayClass.map(this::visit)
                : Optional.empty();
    }

    Encounter encounter() {
        return (Encounter) entry.getResource();
    }

    private Visit visit(StayClass stayClass) {
        Encounter encounter = encounter();
        return new Visit(
                facility(),
                number(),
                StayReport.Kind.RECORDED,
                stayClass,
                instant(encounter.getPeriod().getStart()),
                encounter.getStatus() == EncounterStatus.FINISHED
                        ? instant(encounter.getPeriod().getEnd())
                        : null,
                disposition(),
                null,
                encounter.getServiceProvider().getDisplay(),
                diagnoses(),
                encounter.getTypeFirstRep().getText(),
                encounter.getParticipantFirstRep().getIndividual().getDisplay(),
                Codes.labels(encounter.getMeta()));
    }

    /** The number of the organization, where it can stand as a facility code. */
    private FacilityCode facility() {
        return Entries.conditional(encounter().getServiceProvider())
                .map(Entries.Conditional::value)
                .filter(value -> value.matches("[A-Za-z0-9._-]{1,40}"))
                .map(FacilityCode::new)
                .orElse(ELSEWHERE);
    }

    private String number() {
        return encounter().getIdentifierFirstRep().hasValue()
                ? encounter().getIdentifierFirstRep().getValue()
                : encounter().getIdPart();
    }

    private @Nullable Disposition disposition() {
        return encounter().getHospitalization().getDischargeDisposition().getCoding().stream()
                .map(Coding::getCode)
                .flatMap(code -> Codes.disposition(code).stream())
                .findFirst()
                .orElse(null);
    }

    private List<Diagnosis> diagnoses() {
        return entries.resources(Condition.class).stream()
                .filter(condition -> Entries.means(condition.getEncounter(), entry))
                .map(condition -> condition.getCode().getCodingFirstRep())
                .filter(Coding::hasCode)
                .map(coding -> new Diagnosis(
                        coding.getCode(),
                        String.valueOf(coding.getSystem()),
                        coding.hasDisplay() ? coding.getDisplay() : coding.getCode()))
                .toList();
    }

    private static boolean took(@Nullable EncounterStatus status) {
        return status == EncounterStatus.FINISHED
                || status == EncounterStatus.INPROGRESS
                || status == EncounterStatus.ARRIVED
                || status == EncounterStatus.TRIAGED
                || status == EncounterStatus.ONLEAVE;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
