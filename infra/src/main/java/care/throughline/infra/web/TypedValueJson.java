package care.throughline.infra.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes and reads the typed ids and codes of the contract as plain JSON strings. */
final class TypedValueJson extends SimpleModule {

    TypedValueJson() {
        super("typed-values");
        setSerializers(new Writers());
        setDeserializers(new Readers());
    }

    private static final class Writers extends SimpleSerializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                com.fasterxml.jackson.annotation.JsonFormat.@Nullable Value format) {
            return TypedValues.isTypedValue(type.getRawClass()) ? new Writer() : null;
        }
    }

    /** Every typed value prints itself as its text. */
    private static final class Writer extends StdSerializer<Object> {
        Writer() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    private static final class Readers extends SimpleDeserializers {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return TypedValues.isTypedValue(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString();
            if (text == null) {
                return context.handleUnexpectedToken(context.constructType(type), json);
            }
            try {
                return TypedValues.of(type, text);
            } catch (IllegalArgumentException refused) {
                return context.handleInstantiationProblem(type, null, refused);
            }
        }
    }
}
