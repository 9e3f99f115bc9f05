package care.throughline.infra.outbox;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.query.tasks.Subject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * Writes the referral as a FHIR R4 transaction of Patient, ServiceRequest and Task, each created or updated by our identifier:
 * taken twice, it changes nothing. The performer answers by the Task of ours that {@code urn:throughline:task} names.
 */
record FhirPush(Told told) {

    static final String MESSAGE = "urn:throughline:message";
    static final String PATIENT = "urn:throughline:patient";
    static final String REFERRAL = "urn:throughline:referral";
    static final String TASK = "urn:throughline:task";
    static final String PERFORMER = "urn:throughline:performer";

    byte[] content() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.setIdentifier(identifier(MESSAGE, told.controlId()));
        Reference patient = add(bundle, patient(), PATIENT, told.patient());
        Reference request = add(bundle, request(patient), REFERRAL, told.referral());
        String task = told.task().getIdElement().getIdPart();
        add(bundle, task(patient, request), TASK, task);
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(bundle)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Patient patient() {
        Patient patient = new Patient();
        patient.addIdentifier(identifier(PATIENT, told.patient()));
        Subject who = told.subject();
        if (who == null) {
            return patient;
        }
        patient.addName().setFamily(who.family()).addGiven(who.given());
        patient.setGender(gender(who.sex()));
        if (who.born() != null) {
            patient.setBirthDateElement(new DateType(who.born().toString()));
        }
        if (!who.phone().isEmpty()) {
            patient.addTelecom()
                    .setSystem(org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem.PHONE)
                    .setValue(who.phone());
        }
        if (!who.zip().isEmpty()) {
            patient.addAddress()
                    .addLine(who.street())
                    .setCity(who.city())
                    .setState(who.state())
                    .setPostalCode(who.zip());
        }
        return patient;
    }

    private static AdministrativeGender gender(String sex) {
        return switch (sex) {
            case "F" -> AdministrativeGender.FEMALE;
            case "M" -> AdministrativeGender.MALE;
            case "O", "A", "N" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }

    private ServiceRequest request(Reference patient) {
        ServiceRequest request = told.request().copy();
        request.addIdentifier(identifier(REFERRAL, told.referral()));
        request.setSubject(patient);
        request.getPerformer().forEach(FhirPush::logical);
        if (!told.notice().isEmpty()) {
            request.addNote().setText(told.notice());
        }
        return bare(request);
    }

    private Task task(Reference patient, Reference request) {
        Task task = told.task().copy();
        task.addIdentifier(identifier(TASK, task.getIdElement().getIdPart()));
        task.setFor(patient);
        task.setFocus(request);
        logical(task.getOwner());
        return bare(task);
    }

    /** Its server gives out ids and versions of its own. */
    private static <R extends Resource> R bare(R resource) {
        resource.setId((String) null);
        resource.getMeta().setVersionId(null).setLastUpdated(null);
        return resource;
    }

    private static void logical(Reference organization) {
        String ours =
                organization.getReference().substring("Organization/".length()).replaceFirst("-", "_");
        organization.setReference(null);
        organization.setIdentifier(identifier(PERFORMER, ours));
    }

    private static Reference add(Bundle bundle, Resource resource, String system, String value) {
        String name = "urn:uuid:" + UUID.nameUUIDFromBytes((system + value).getBytes(StandardCharsets.UTF_8));
        Bundle.BundleEntryComponent entry = bundle.addEntry().setFullUrl(name).setResource(resource);
        entry.getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "?identifier=" + system + "|" + value);
        return new Reference(name);
    }

    private static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }
}
