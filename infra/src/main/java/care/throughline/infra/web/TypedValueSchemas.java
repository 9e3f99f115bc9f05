package care.throughline.infra.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the typed ids and codes of the contract as what they are over HTTP: strings, each with an example. */
final class TypedValueSchemas implements ModelConverter {

    private static final String UNIQUE = "4f0c2c1e-8a52-4a5e-8d59-0d9f2f6d7b11";

    /** Of those that are not a prefix and something unique. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "TransitionId", "trn_mzxw6ytboi4dqmrqgezdgnbv",
            "StayId", "stay_mzxw6ytboi4dqmrqgezdgnbv",
            "MessageId", "msg_mzxw6ytboi4dqmrqgezdgnbv",
            "IdentifierKey", "idk_mzxw6ytboi4dqmrqgezdgnbv",
            "PerformerId", "prf_river-bend-cardiology",
            "StaffId", "nora.quinn",
            "FacilityCode", "RVBND");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && TypedValues.isTypedValue(java.getRawClass())) {
            String name = java.getRawClass().getSimpleName();
            Schema<?> schema = new StringSchema().description(name);
            schema.setExample(EXAMPLES.getOrDefault(name, prefix(java.getRawClass()) + UNIQUE));
            return schema;
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static String prefix(Class<?> type) {
        try {
            return String.valueOf(type.getField("PREFIX").get(null));
        } catch (ReflectiveOperationException none) {
            return "";
        }
    }
}
