package care.throughline.infra.events;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * What may be stored or sent, and what it is called there: events by their stable name and version; tokens, metadata, a
 * few values and our own records and enums (commands and answers in transit) by class; nothing else.
 */
final class StoredTypes {

    private static final Map<String, Class<?>> BY_CLASS_NAME = Stream.<Class<?>>of(
                    MetaData.class,
                    GlobalSequenceTrackingToken.class,
                    GapAwareTrackingToken.class,
                    MergedTrackingToken.class,
                    MultiSourceTrackingToken.class,
                    ReplayToken.class,
                    ConfigToken.class,
                    String.class,
                    Boolean.class,
                    Integer.class,
                    Long.class,
                    Instant.class,
                    LocalDate.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private static final String OURS = "care.throughline.";

    private StoredTypes() {}

    /** @throws SerializationException if this class may not be stored */
    static SerializedType nameOf(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name != null) {
            return new SimpleSerializedType(name.value(), String.valueOf(name.version()));
        }
        if (BY_CLASS_NAME.containsKey(type.getName()) || isOurs(type)) {
            return new SimpleSerializedType(type.getName(), null);
        }
        throw new SerializationException(
                type.getName()
                        + " is not stored or sent: make it a record of ours, an event with @EventName, or allow it in StoredTypes");
    }

    /** @throws SerializationException if nothing of this name and version may be read */
    static Class<?> classOf(SerializedType type) {
        Class<?> known = BY_CLASS_NAME.get(type.getName());
        if (known != null) {
            return known;
        }
        return type.getName().startsWith(OURS) ? ours(type.getName()) : event(type);
    }

    private static Class<? extends DomainEvent> event(SerializedType type) {
        Class<? extends DomainEvent> found = EventNames.typeOf(type.getName())
                .orElseThrow(() -> new SerializationException("no event is called '" + type.getName()
                        + "': it was written by a newer version, or an upcaster that renames it is missing"));
        String current = String.valueOf(EventNames.of(found).version());
        if (!current.equals(type.getRevision())) {
            throw new SerializationException("'" + type.getName() + "' is stored in version " + type.getRevision()
                    + " and read in version " + current + ": an upcaster is missing, or a newer version wrote it");
        }
        return found;
    }

    private static Class<?> ours(String className) {
        try {
            Class<?> found = Class.forName(className, false, StoredTypes.class.getClassLoader());
            if (isOurs(found)) {
                return found;
            }
        } catch (ClassNotFoundException e) {
            throw new SerializationException("there is no " + className + " in this version", e);
        }
        throw new SerializationException(className + " is not read: only events, records and enums are");
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS)
                && (type.isRecord() || type.isEnum())
                && !DomainEvent.class.isAssignableFrom(type);
    }
}
