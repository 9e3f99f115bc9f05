package care.throughline.infra.events;

import care.throughline.events.Personal;
import care.throughline.infra.sealing.Vault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes personal data as {@code {"subject": "pat_...", "sealed": "base64"}} and reads it back in its declared type; a
 * forgotten one has {@code "sealed": null}, or no key any more.
 */
final class PersonalJson {

    /** Bound into what is sealed, so that a sealed document cannot be passed off as a field of an event. */
    static final String PURPOSE = "personal";

    private static final String SUBJECT = "subject";
    private static final String SEALED = "sealed";

    private PersonalJson() {}

    /** @param plain writes what is inside; it knows no sealing, so that nothing personal can hide in something personal */
    @SuppressWarnings({"rawtypes", "unchecked"}) // a module takes the raw class of a generic type
    static SimpleModule module(Vault vault, JsonMapper plain) {
        return new SimpleModule("personal")
                .addSerializer((Class) Personal.class, new Sealed(vault, plain))
                .addDeserializer((Class) Personal.class, new Opened(vault, plain, null));
    }

    private static final class Sealed extends ValueSerializer<Personal<?>> {
        private final Vault vault;
        private final JsonMapper plain;

        Sealed(Vault vault, JsonMapper plain) {
            this.vault = vault;
            this.plain = plain;
        }

        @Override
        public void serialize(Personal<?> personal, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(personal);
            json.writeStringProperty(SUBJECT, personal.subject());
            switch (personal) {
                case Personal.Open<?> open ->
                    json.writeBinaryProperty(
                            SEALED, vault.seal(open.subject(), PURPOSE, plain.writeValueAsBytes(open.data())));
                case Personal.Forgotten<?> forgotten -> json.writeNullProperty(SEALED);
            }
            json.writeEndObject();
        }
    }

    private static final class Opened extends ValueDeserializer<Personal<?>> {
        private final Vault vault;
        private final JsonMapper plain;
        private final @Nullable JavaType inside;

        Opened(Vault vault, JsonMapper plain, @Nullable JavaType inside) {
            this.vault = vault;
            this.plain = plain;
            this.inside = inside;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Opened(vault, plain, context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Personal<?> deserialize(JsonParser json, DeserializationContext context) {
            String subject = null;
            byte[] sealed = null;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (SUBJECT.equals(name)) {
                    subject = json.getString();
                } else if (SEALED.equals(name) && value != JsonToken.VALUE_NULL) {
                    sealed = json.getBinaryValue();
                } else {
                    json.skipChildren();
                }
            }
            return opened(context, subject, sealed);
        }

        private Personal<?> opened(DeserializationContext context, @Nullable String subject, byte @Nullable [] sealed) {
            if (subject == null) {
                return context.reportInputMismatch(this, "personal data without its subject");
            }
            if (sealed == null) {
                return Personal.forgotten(subject);
            }
            return vault.open(subject, PURPOSE, sealed)
                    .<Personal<?>>map(bytes -> new Personal.Open<>(subject, read(context, bytes)))
                    .orElseGet(() -> Personal.forgotten(subject));
        }

        /** A failure names the type only: Jackson's own sentence would quote what is personal. */
        private Object read(DeserializationContext context, byte[] bytes) {
            JavaType type = Objects.requireNonNull(inside);
            try {
                return plain.readValue(bytes, type);
            } catch (JacksonException e) {
                return context.reportInputMismatch(
                        this, "what was sealed is no %s", type.getRawClass().getSimpleName());
            }
        }
    }
}
