package care.throughline.infra.outbox;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what we do about a request of another as a FHIR R4 transaction with one JSON Patch of its Task, found by its own
 * identifier: what we may set of it, nothing else. Taken twice, it changes nothing.
 */
record FhirAnswer(Told told) {

    /** What whoever is asked may set. */
    private static final List<String> SETS =
            List.of("status", "businessStatus", "statusReason", "executionPeriod", "output", "lastModified");

    byte[] content() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.setIdentifier(new Identifier().setSystem(FhirPush.MESSAGE).setValue(told.controlId()));
        Bundle.BundleEntryComponent entry = bundle.addEntry();
        entry.setResource(
                new Binary().setContentType("application/json-patch+json").setData(patch()));
        entry.getRequest().setMethod(Bundle.HTTPVerb.PATCH).setUrl("Task?identifier=" + number());
        return FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(bundle)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] patch() {
        Task task = told.task();
        JsonNode written = JsonMapper.shared()
                .readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task));
        ArrayNode operations = JsonMapper.shared().createArrayNode();
        for (String element : SETS) {
            if (written.has(element)) {
                ObjectNode operation = operations.addObject();
                operation.put("op", "add").put("path", "/" + element).set("value", written.path(element));
            }
        }
        return JsonMapper.shared().writeValueAsBytes(operations);
    }

    private String number() {
        int bar = told.number().lastIndexOf('|');
        String value = URLEncoder.encode(told.number().substring(bar + 1), StandardCharsets.UTF_8);
        return bar < 0
                ? value
                : URLEncoder.encode(told.number().substring(0, bar), StandardCharsets.UTF_8) + "|" + value;
    }
}
