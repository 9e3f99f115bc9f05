package care.throughline.infra.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Gives every body that programs send a whole example, made of the examples of its parts; it can be sent as it stands. */
final class ExampleBodies implements OpenApiCustomizer {

    private static final String COMPONENT = "#/components/schemas/";

    /** What people would write into a field of this name. */
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("address", "PO Box 12, Boston MA 02108"),
            Map.entry("attempt", "att_20261120-0915"),
            Map.entry("birthDate", "1957-03-14"),
            Map.entry("closes", "17:00"),
            Map.entry("from", "08:00"),
            Map.entry("languages", "es"),
            Map.entry("name", "River Bend Cardiology"),
            Map.entry("note", "Spoke with the daughter; she has the list of medicines."),
            Map.entry("opens", "08:30"),
            Map.entry("plan", "An evening clinic, and a ride on Saturdays."),
            Map.entry("phone", "413-555-0142"),
            Map.entry("q", "okafor 3/14/1957"),
            Map.entry("purpose", "Report of a notifiable disease"),
            Map.entry("reason", "The family asks to wait until Monday."),
            Map.entry("recipient", "State Department of Public Health"),
            Map.entry("text", "The address told at the desk was another person's."),
            Map.entry("title", "Discharges of last October"),
            Map.entry("what", "The diagnosis and the address"),
            Map.entry("to", "12:00"),
            Map.entry("with", "Dr. Adeyemi, cardiology"),
            Map.entry("zip", "01105"));

    private static final Map<String, Object> FORMATS =
            Map.of("date", "2026-11-20", "date-time", "2026-11-20T14:15:00Z", "int32", 15, "int64", 15);

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getRequestBody())
                .forEach(body -> exemplify(body, api));
    }

    private static void exemplify(@Nullable RequestBody body, OpenAPI api) {
        MediaType json =
                body == null ? null : body.getContent().get(org.springframework.http.MediaType.APPLICATION_JSON_VALUE);
        if (json != null && json.getSchema() != null) {
            json.setExample(of("", json.getSchema(), api));
        }
    }

    private static Object of(String field, Schema<?> given, OpenAPI api) {
        Schema<?> schema = resolved(given, api);
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().getFirst();
        }
        if (schema.getProperties() != null) {
            Map<String, Object> example = new LinkedHashMap<>();
            schema.getProperties().forEach((name, part) -> example.put(name, of(name, part, api)));
            return example;
        }
        if (schema.getItems() != null) {
            return List.of(of(field, schema.getItems(), api));
        }
        return plain(field, schema);
    }

    private static Object plain(String field, Schema<?> schema) {
        return switch (String.valueOf(schema.getType())) {
            case "boolean" -> true;
            case "object" -> Map.of();
            case "integer", "number" -> FORMATS.getOrDefault(String.valueOf(schema.getFormat()), 15);
            default -> FORMATS.getOrDefault(String.valueOf(schema.getFormat()), WORDS.getOrDefault(field, field));
        };
    }

    private static Schema<?> resolved(Schema<?> schema, OpenAPI api) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> named = api.getComponents().getSchemas().get(reference.substring(COMPONENT.length()));
        return Objects.requireNonNull(named, reference);
    }
}
