package care.throughline.query.accesses;

import care.throughline.query.accesses.Looks.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells accesses to one person as FHIR R4 AuditEvents, shaped after PatientRead of IHE's Basic Audit Log Patterns: the
 * client, this server and the user as agents; what was shown, the patient and the request as entities.
 */
final class AuditEvents {

    static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead";

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String OBJECT_TYPE = HL7 + "audit-entity-type";
    private static final String OBJECT_ROLE = HL7 + "object-role";
    private static final String ENTITY_OF_BALP = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";

    private AuditEvents() {}

    /** An AuditEvent, and the position of the event that it tells. */
    record Found(long position, Map<String, Object> event) {}

    /** A searchset.
     *
     * @param self the address that was asked
     * @param next the address of the next page, empty at the end
     */
    static Map<String, Object> bundle(List<Found> found, String self, String next) {
        List<Map<String, Object>> links = new ArrayList<>(List.of(Map.of("relation", "self", "url", self)));
        if (!next.isEmpty()) {
            links.add(Map.of("relation", "next", "url", next));
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "searchset");
        bundle.put("link", links);
        if (!found.isEmpty()) {
            bundle.put(
                    "entry",
                    found.stream()
                            .map(one -> Map.of(
                                    "fullUrl", "urn:throughline:access:" + one.position(),
                                    "resource", one.event(),
                                    "search", Map.of("mode", "match")))
                            .toList());
        }
        return bundle;
    }

    static Map<String, Object> event(Look look, String patient) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("id", "access-" + look.position());
        event.put("meta", Map.of("profile", List.of(PROFILE)));
        event.put("type", coding(HL7 + "audit-event-type", "rest", "RESTful Operation"));
        event.put("subtype", List.of(coding("http://hl7.org/fhir/restful-interaction", "read", "read")));
        event.put("action", "R");
        event.put("period", Map.of("start", look.at().toString()));
        event.put("recorded", look.recordedAt().toString());
        event.put("outcome", look.shown() ? "0" : "8");
        event.put("outcomeDesc", look.why());
        event.put("agent", List.of(client(look), server(), user(look)));
        event.put(
                "source",
                Map.of(
                        "observer",
                        Map.of("display", "Throughline"),
                        "type",
                        List.of(coding(HL7 + "security-source-type", "4", "Application Server"))));
        event.put("entity", List.of(data(look), patient(patient), request(look)));
        return event;
    }

    private static Map<String, Object> client(Look look) {
        return Map.of(
                "type", concept(DICOM, "110152", "Destination Role ID"),
                "who", Map.of("display", look.source()),
                "requestor", false,
                "network", Map.of("address", look.address(), "type", "2"));
    }

    private static Map<String, Object> server() {
        return Map.of(
                "type",
                concept(DICOM, "110153", "Source Role ID"),
                "who",
                Map.of("display", "Throughline"),
                "requestor",
                false);
    }

    private static Map<String, Object> user(Look look) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("type", concept(HL7 + "v3-ParticipationType", "IRCP", "information recipient"));
        user.put("who", Map.of("identifier", Map.of("value", look.staff())));
        user.put("requestor", true);
        if (!look.role().isEmpty()) {
            user.put("role", List.of(Map.of("text", look.role())));
        }
        if (!look.purpose().isEmpty()) {
            user.put("purposeOfUse", List.of(concept(HL7 + "v3-ActReason", look.purpose(), look.purpose())));
        }
        return user;
    }

    private static Map<String, Object> data(Look look) {
        return Map.of(
                "what", Map.of("display", look.view()),
                "type", coding(OBJECT_TYPE, "2", "System Object"),
                "role", coding(OBJECT_ROLE, "4", "Domain Resource"));
    }

    static Map<String, Object> patient(String patient) {
        return Map.of(
                "what", Map.of("reference", "Patient/" + patient),
                "type", coding(OBJECT_TYPE, "1", "Person"),
                "role", coding(OBJECT_ROLE, "1", "Patient"));
    }

    private static Map<String, Object> request(Look look) {
        return Map.of(
                "what", Map.of("identifier", Map.of("value", look.correlation())),
                "type", coding(ENTITY_OF_BALP, "XrequestId", "X-Request-Id"));
    }

    static Map<String, Object> concept(String system, String code, String display) {
        return Map.of("coding", List.of(coding(system, code, display)));
    }

    static Map<String, Object> coding(String system, String code, String display) {
        return Map.of("system", system, "code", code, "display", display);
    }
}
