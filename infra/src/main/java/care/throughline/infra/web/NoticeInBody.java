package care.throughline.infra.web;

import care.throughline.events.Sensitivity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the notice into the JSON that it goes with: {@code notice} in our own answers and in each line of a list, a security label and a tag in
 * {@code meta} of FHIR.
 */
@ControllerAdvice
final class NoticeInBody implements ResponseBodyAdvice<Object> {

    private static final String FHIR = "fhir+json";
    private static final String CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final JsonMapper json;

    NoticeInBody(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return !CharSequence.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Optional<String> notice = request instanceof ServletServerHttpRequest servlet
                ? Notices.of(servlet.getServletRequest())
                : Optional.empty();
        boolean readable = type.getSubtype().endsWith("json");
        return body == null || notice.isEmpty() || !readable ? body : with(notice.get(), body, type);
    }

    /** A list has no place of its own for it, and its lines may travel on alone. */
    private static ArrayNode toEach(ArrayNode lines, String notice) {
        for (JsonNode line : lines) {
            if (line instanceof ObjectNode object) {
                object.put("notice", notice);
            }
        }
        return lines;
    }

    private Object with(String notice, Object body, MediaType type) {
        JsonNode tree = json.valueToTree(body);
        if (tree instanceof ArrayNode lines) {
            return toEach(lines, notice);
        }
        if (!(tree instanceof ObjectNode object)) {
            return body;
        }
        if (!type.getSubtype().equals(FHIR)) {
            return object.put("notice", notice);
        }
        ObjectNode meta = object.withObjectProperty("meta");
        meta.withArrayProperty("security")
                .addObject()
                .put("system", CODES)
                .put("code", Sensitivity.PART2.code())
                .put("display", notice);
        return object;
    }
}
