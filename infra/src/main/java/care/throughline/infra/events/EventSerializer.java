package care.throughline.infra.events;

import care.throughline.command.Rejected;
import care.throughline.infra.sealing.Vault;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Axon's serializer for everything stored or sent: events under their stable names, personal data sealed. */
public final class EventSerializer extends Jackson3Serializer {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");

    private final Vault vault;

    public EventSerializer(Vault vault) {
        super(builder().jsonMapperBuilderCustomizer(json -> EventJson.configure(json, vault)));
        this.vault = vault;
    }

    /** Gets ready to read this page of stored events: one query for the keys of everybody they speak of. */
    public void fetchKeys(Stream<byte[]> payloads) {
        vault.fetch(payloads.map(json -> SUBJECT.matcher(new String(json, StandardCharsets.ISO_8859_1)))
                .flatMap(Matcher::results)
                .map(subject -> subject.group(1))
                .collect(Collectors.toUnmodifiableSet()));
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
