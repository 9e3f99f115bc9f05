package care.throughline.query.audit;

import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** An event of the audit in the words of FHIR R4. People and events are named by identifiers, because ours are no FHIR ids. */
final class FhirTrail {

    private static final String OURS = "urn:throughline:";
    private static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";

    private FhirTrail() {}

    static AuditEvent auditEvent(Trail.Entry entry) {
        boolean access = entry.capability().equals("access");
        AuditEvent event = new AuditEvent();
        event.setType(
                access
                        ? new Coding(
                                "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation")
                        : new Coding(DICOM, "110110", "Patient Record"));
        event.addSubtype(new Coding(OURS + "event", entry.event(), null));
        event.setAction(access ? AuditEvent.AuditEventAction.R : AuditEvent.AuditEventAction.C);
        event.setOutcome(
                entry.event().endsWith("Refused") ? AuditEvent.AuditEventOutcome._4 : AuditEvent.AuditEventOutcome._0);
        event.setOutcomeDesc(entry.sentence());
        event.setRecordedElement(new InstantType(entry.recordedAt().toString()));
        event.getPeriod().setStartElement(new DateTimeType(entry.occurredAt().toString()));
        event.getSource().setObserver(new Reference().setDisplay("Throughline"));
        AuditEvent.AuditEventAgentComponent agent = event.addAgent();
        agent.setRequestor(true).setWho(who(entry.actor()));
        if (!entry.role().isEmpty()) {
            agent.addRole(new CodeableConcept(new Coding(OURS + "role", entry.role(), null)));
        }
        if (!entry.purpose().isEmpty()) {
            agent.addPurposeOfUse(new CodeableConcept(new Coding(PURPOSES, entry.purpose(), null)));
        }
        if (!entry.patient().isEmpty()) {
            event.addEntity()
                    .setWhat(patient(entry.patient()))
                    .setType(new Coding(TYPES, "1", "Person"))
                    .setRole(new Coding(ROLES, "1", "Patient"));
        }
        event.addEntity()
                .setWhat(new Reference().setIdentifier(identifier("position", Long.toString(entry.position()))))
                .setType(new Coding(TYPES, "2", "System Object"))
                .setRole(new Coding(ROLES, "4", "Domain Resource"));
        return event;
    }

    /** Empty if the event concerns nobody, or only tells that somebody looked. */
    static Provenance provenance(Trail.Entry entry) {
        Provenance provenance = new Provenance();
        if (!entry.patient().isEmpty() && !entry.capability().equals("access")) {
            provenance.addTarget(patient(entry.patient()));
            provenance.setRecordedElement(new InstantType(entry.recordedAt().toString()));
            provenance.setOccurred(new DateTimeType(entry.occurredAt().toString()));
            provenance.setActivity(new CodeableConcept(new Coding(OURS + "event", entry.event(), null)));
            provenance.addAgent().setWho(who(entry.actor()));
        }
        return provenance;
    }

    private static Reference patient(String record) {
        return new Reference().setType("Patient").setIdentifier(identifier("patient", record));
    }

    private static Reference who(String actor) {
        return new Reference().setIdentifier(identifier("actor", actor.isEmpty() ? "unknown" : actor));
    }

    private static Identifier identifier(String of, String value) {
        return new Identifier().setSystem(OURS + of).setValue(value);
    }
}
