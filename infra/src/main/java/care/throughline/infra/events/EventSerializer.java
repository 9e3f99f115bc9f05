package care.throughline.infra.events;

import care.throughline.command.Rejected;
import care.throughline.infra.sealing.Vault;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Axon's serializer for everything stored or sent: events under their stable names, personal data sealed. */
public final class EventSerializer extends Jackson3Serializer {

    public EventSerializer(Vault vault) {
        super(builder().jsonMapperBuilderCustomizer(json -> EventJson.configure(json, vault)));
    }

    /** @throws Rejected if the event speaks about somebody who was forgotten */
    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        try {
            return super.serialize(object, representation);
        } catch (SerializationException e) {
            throw refusalIn(e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return SerializedType.isEmptyType(type) ? Void.class : StoredTypes.classOf(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null || type == Void.class || type == void.class
                ? SerializedType.emptyType()
                : StoredTypes.nameOf(type);
    }

    private static RuntimeException refusalIn(SerializationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected rejected) {
                return rejected;
            }
        }
        return failure;
    }
}
