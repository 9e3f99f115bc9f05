package care.throughline.query.accesses;

import static care.throughline.query.accesses.AuditEvents.coding;
import static care.throughline.query.accesses.AuditEvents.concept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a disclosure as a FHIR R4 AuditEvent, shaped after PrivacyDisclosure.Source of IHE's Basic Audit Log Patterns:
 * one event is one line of an accounting.
 */
final class DisclosureAudit {

    static final String PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private DisclosureAudit() {}

    static Map<String, Object> event(Disclosure disclosure, String patient) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("id", "disclosure-" + disclosure.position());
        event.put("meta", Map.of("profile", List.of(PROFILE)));
        event.put("type", coding(DICOM, "110106", "Export"));
        event.put(
                "subtype", List.of(coding(HL7 + "iso-21089-lifecycle", "disclose", "Disclose Record Lifecycle Event")));
        event.put("action", "R");
        event.put("period", Map.of("start", disclosure.at().toString()));
        event.put("recorded", disclosure.recordedAt().toString());
        event.put("outcome", "0");
        event.put(
                "purposeOfEvent",
                List.of(Map.of(
                        "coding",
                        List.of(Map.of(
                                "system",
                                "urn:throughline:basis",
                                "code",
                                disclosure.basis().name())),
                        "text",
                        DisclosureWords.said(disclosure.purpose()))));
        event.put(
                "agent",
                List.of(
                        agent(DICOM, "110153", "Source Role ID", "Throughline", null),
                        agent(
                                DICOM,
                                "110152",
                                "Destination Role ID",
                                DisclosureWords.said(disclosure.recipient()),
                                disclosure.address()),
                        agent(SNOMED, "159541003", "Record keeping/library clerk", "Throughline", null),
                        agent(SNOMED, "429577009", "Patient advocate", disclosure.by(), null)));
        event.put(
                "source",
                Map.of(
                        "observer",
                        Map.of("display", "Throughline"),
                        "type",
                        List.of(coding(HL7 + "security-source-type", "4", "Application Server"))));
        event.put("entity", List.of(AuditEvents.patient(patient), data(disclosure)));
        return event;
    }

    /** @param address told as the place, null or empty if not known */
    private static Map<String, Object> agent(
            String system, String code, String display, String name, @Nullable String address) {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("type", concept(system, code, display));
        agent.put("who", Map.of("display", name));
        agent.put("requestor", code.equals("429577009"));
        if (address != null && !address.isEmpty()) {
            agent.put("location", Map.of("display", address));
        }
        return agent;
    }

    private static Map<String, Object> data(Disclosure disclosure) {
        return Map.of(
                "what", Map.of("display", DisclosureWords.said(disclosure.what())),
                "type", coding(HL7 + "audit-entity-type", "2", "System Object"),
                "role", coding(HL7 + "object-role", "4", "Domain Resource"));
    }
}
