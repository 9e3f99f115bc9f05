package care.throughline.command.fhir;

import care.throughline.command.Rejected;
import care.throughline.command.intake.Assigner;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.News.Life;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** Reads who a person is from a Patient resource. */
record PatientEntry(Patient patient, Facilities facilities) {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    /** Numbers of type MR and PI; an assigner that nobody configured goes by its system, which is unique by itself.
     *
     * @throws Rejected if there is none
     */
    List<Identifier> identifiers() {
        List<Identifier> found = patient.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .flatMap(identifier -> type(identifier)
                        .map(type -> new Identifier(assigner(identifier.getSystem()), identifier.getValue(), type))
                        .stream())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new Rejected("no-identifier", "A Patient holds no identifier of type MR or PI with a system.");
        }
        return found;
    }

    Map<DemographicField, String> demographics() {
        Map<DemographicField, String> told = new EnumMap<>(DemographicField.class);
        HumanName name = patient.getName().stream()
                .filter(one -> one.getUse() == HumanName.NameUse.OFFICIAL)
                .findFirst()
                .orElseGet(patient::getNameFirstRep);
        put(told, DemographicField.FAMILY, name.getFamily());
        put(told, DemographicField.GIVEN, nth(name.getGiven(), 0));
        put(told, DemographicField.MIDDLE, nth(name.getGiven(), 1));
        Address address = patient.getAddressFirstRep();
        put(told, DemographicField.STREET, nth(address.getLine(), 0));
        put(told, DemographicField.CITY, address.getCity());
        put(told, DemographicField.STATE, address.getState());
        put(told, DemographicField.ZIP, address.getPostalCode());
        put(told, DemographicField.BIRTH_DATE, birthDate());
        put(told, DemographicField.SEX, sex());
        put(told, DemographicField.PHONE, phone());
        put(told, DemographicField.LANGUAGE, language());
        put(told, DemographicField.RACE, category("race"));
        put(told, DemographicField.ETHNICITY, category("ethnicity"));
        return told;
    }

    Life life() {
        if (patient.getDeceased() instanceof DateTimeType at) {
            return new Life.Dead(at.getValue().toInstant());
        }
        if (!patient.hasDeceasedBooleanType()) {
            return new Life.Unsaid();
        }
        return patient.getDeceasedBooleanType().booleanValue() ? new Life.Dead(null) : new Life.Alive();
    }

    private Optional<Identifier.Type> type(org.hl7.fhir.r4.model.Identifier identifier) {
        for (Coding coding : identifier.getType().getCoding()) {
            if ("MR".equals(coding.getCode())) {
                return Optional.of(Identifier.Type.MR);
            }
            if ("PI".equals(coding.getCode())) {
                return Optional.of(Identifier.Type.PI);
            }
        }
        boolean untypedOfOurs = !identifier.hasType()
                && facilities.assigner(identifier.getSystem()).isPresent();
        return untypedOfOurs ? Optional.of(Identifier.Type.MR) : Optional.empty();
    }

    private String assigner(String system) {
        return facilities.assigner(system).map(Assigner::namespace).orElse(system);
    }

    /** Only a whole day; a year or month alone is left out. */
    private String birthDate() {
        return patient.hasBirthDate()
                        && patient.getBirthDateElement().getValueAsString().length() == 10
                ? patient.getBirthDateElement().getValueAsString()
                : "";
    }

    private String sex() {
        return !patient.hasGender()
                ? ""
                : switch (patient.getGender()) {
                    case FEMALE -> "F";
                    case MALE -> "M";
                    case OTHER -> "O";
                    case UNKNOWN, NULL -> "U";
                };
    }

    private String phone() {
        return patient.getTelecom().stream()
                .filter(telecom -> telecom.getSystem() == ContactPoint.ContactPointSystem.PHONE && telecom.hasValue())
                .map(telecom -> telecom.getValue().split("[xX]", 2)[0].replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("");
    }

    private String language() {
        String code = patient.getCommunicationFirstRep()
                .getLanguage()
                .getCodingFirstRep()
                .getCode();
        return code == null ? "" : Locale.forLanguageTag(code).getLanguage();
    }

    private String category(String extension) {
        Extension found = patient.getExtensionByUrl(US_CORE + extension);
        Extension category = found == null ? null : found.getExtensionByUrl("ombCategory");
        return category != null && category.getValue() instanceof Coding coding && coding.hasCode()
                ? coding.getCode()
                : "";
    }

    private static String nth(List<StringType> texts, int index) {
        return index < texts.size() ? texts.get(index).getValue() : "";
    }

    private static void put(
            Map<DemographicField, String> told,
            DemographicField field,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            told.put(field, value.strip());
        }
    }
}
