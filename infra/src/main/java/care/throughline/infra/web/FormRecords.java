package care.throughline.infra.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an HTML form into any record, so that one controller method serves forms and JSON. An empty field is missing, a
 * key that repeats is a list, a dot in a key goes one record or map deeper; unknown fields are ignored.
 */
final class FormRecords extends AbstractHttpMessageConverter<Object> {

    private final FormHttpMessageConverter form = new FormHttpMessageConverter();
    private final JsonMapper mapper;

    /** @param mapper reads what forms say, see {@link FormValues} */
    FormRecords(JsonMapper mapper) {
        super(MediaType.APPLICATION_FORM_URLENCODED);
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
        @SuppressWarnings("unchecked")
        Class<? extends MultiValueMap<String, ?>> map =
                (Class<? extends MultiValueMap<String, ?>>) (Class<?>) LinkedMultiValueMap.class;
        try {
            return mapper.treeToValue(treeOf(form.read(map, input)), type);
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("the form does not fit", unreadable, input);
        }
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage output) {
        throw new UnsupportedOperationException("forms are only read");
    }

    private ObjectNode treeOf(MultiValueMap<String, String> fields) {
        ObjectNode root = mapper.createObjectNode();
        fields.forEach((key, values) -> put(root, List.of(key.split("\\.")), values));
        return root;
    }

    private static void put(ObjectNode node, List<String> path, List<@Nullable String> values) {
        List<String> said = values.stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .toList();
        if (said.isEmpty() || path.isEmpty()) {
            return;
        }
        String key = path.getFirst();
        if (path.size() > 1) {
            ObjectNode deeper = node.get(key) instanceof ObjectNode present ? present : node.putObject(key);
            put(deeper, path.subList(1, path.size()), values);
        } else if (said.size() == 1) {
            node.put(key, said.getFirst());
        } else {
            ArrayNode array = node.putArray(key);
            said.forEach(array::add);
        }
    }
}
