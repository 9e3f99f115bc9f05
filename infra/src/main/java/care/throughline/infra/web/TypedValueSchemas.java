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

    private static final Map<String, String> EXAMPLES = Map.of(
            "PatientId", "pat_7d3b8a52-5c1e-4d0c-9a53-0b2f5f1f6f10",
            "TransitionId", "trn_mzxw6ytboi4dqmrqgezdgnbv",
            "StayId", "stay_mzxw6ytboi4dqmrqgezdgnbv",
            "MessageId", "msg_mzxw6ytboi4dqmrqgezdgnbv",
            "IdentifierKey", "idk_mzxw6ytboi4dqmrqgezdgnbv",
            "PerformerId", "prf_river-bend-cardiology",
            "ReferralId", "ref_4f0c2c1e-8a52-4a5e-8d59-0d9f2f6d7b11",
            "StaffId", "nora.quinn",
            "FacilityCode", "RVBND");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && TypedValues.isTypedValue(java.getRawClass())) {
            String name = java.getRawClass().getSimpleName();
            Schema<?> schema = new StringSchema().description(name);
            schema.setExample(EXAMPLES.getOrDefault(name, "…"));
            return schema;
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
