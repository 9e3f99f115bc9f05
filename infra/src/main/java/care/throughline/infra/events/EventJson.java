package care.throughline.infra.events;

import care.throughline.infra.sealing.Vault;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.MetaDataDeserializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** The one JSON in which events are stored: ids as text, times in ISO 8601, enums by name, no class names, no nulls. */
final class EventJson {

    private EventJson() {}

    /** A mapper that seals what is personal under the keys of this vault. */
    static JsonMapper sealing(Vault vault) {
        JsonMapper plain = shape(JsonMapper.builder()).build();
        return seal(shape(JsonMapper.builder()), vault, plain).build();
    }

    /** Gives a builder everything that {@link #sealing} has. */
    static void configure(JsonMapper.Builder builder, Vault vault) {
        JsonMapper plain = shape(JsonMapper.builder()).build();
        seal(shape(builder), vault, plain);
    }

    private static JsonMapper.Builder seal(JsonMapper.Builder builder, Vault vault, JsonMapper plain) {
        return builder.addModule(PersonalJson.module(vault, plain));
    }

    private static JsonMapper.Builder shape(JsonMapper.Builder builder) {
        SimpleModule ours = new SimpleModule("throughline events")
                .setSerializerModifier(new SortedSets())
                .addDeserializer(MetaData.class, new MetaDataDeserializer());
        return builder.addModule(ours)
                .annotationIntrospector(
                        AnnotationIntrospectorPair.pair(new RecordShapes(), new JacksonAnnotationIntrospector()))
                .changeDefaultPropertyInclusion(kept -> kept.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType(TrackingToken.class)
                        .build());
    }
}
