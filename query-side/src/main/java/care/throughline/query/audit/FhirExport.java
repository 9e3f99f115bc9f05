package care.throughline.query.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import care.throughline.events.Sensitivity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;

/** A FHIR R4 collection: an AuditEvent for each event, and a Provenance where it concerns a person. */
final class FhirExport implements Export {

    private final IParser parser = FhirContext.forR4Cached().newJsonParser();
    private final String notice;
    private boolean first = true;

    FhirExport(String notice) {
        this.notice = notice;
    }

    @Override
    public String contentType() {
        return "application/fhir+json";
    }

    @Override
    public String suffix() {
        return "fhir.json";
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        Export.text(out, "{\"resourceType\":\"Bundle\",\"type\":\"collection\"");
    }

    @Override
    public void write(Trail.Entry entry, OutputStream out) throws IOException {
        for (Resource resource : List.of(FhirTrail.auditEvent(entry), FhirTrail.provenance(entry))) {
            if (!resource.isEmpty()) {
                label(resource);
                String kind = resource.fhirType() + entry.eventId();
                Export.text(
                        out,
                        (first ? ",\"entry\":[" : ",") + "{\"fullUrl\":\"urn:uuid:"
                                + UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8))
                                + "\",\"resource\":" + parser.encodeResourceToString(resource) + "}");
                first = false;
            }
        }
    }

    /** On every resource, because each may be passed on without the others. */
    private void label(Resource resource) {
        if (!notice.isEmpty()) {
            resource.getMeta()
                    .addSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", Sensitivity.PART2.code(), notice);
        }
    }

    @Override
    public void end(OutputStream out) throws IOException {
        Export.text(out, first ? "}" : "]}");
    }
}
