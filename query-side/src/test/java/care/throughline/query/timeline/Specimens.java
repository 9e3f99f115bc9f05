package care.throughline.query.timeline;

import care.throughline.events.DomainEvent;
import care.throughline.events.Personal;
import care.throughline.events.TypedId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One specimen of any event, made from its shape. */
final class Specimens {

    private Specimens() {}

    static DomainEvent of(Class<? extends DomainEvent> type) {
        return (DomainEvent) make(type);
    }

    private static Object make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return raw.isRecord() ? record(raw) : plain(raw);
    }

    private static Object generic(ParameterizedType generic) {
        Object inside = make(generic.getActualTypeArguments()[0]);
        if (generic.getRawType() == Personal.class) {
            return new Personal.Open<>("pat_a", inside);
        }
        if (generic.getRawType() == Map.class) {
            return Map.of(inside, make(generic.getActualTypeArguments()[1]));
        }
        return generic.getRawType() == Set.class ? Set.of(inside) : List.of(inside);
    }

    private static Object plain(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "some {text}";
            case "Instant" -> Instant.parse("2026-11-03T15:04:00Z");
            case "LocalDate" -> LocalDate.of(2026, 11, 5);
            case "LocalTime" -> LocalTime.of(8, 30);
            case "int" -> 3;
            case "long" -> 3L;
            case "boolean" -> true;
            default -> throw new IllegalStateException("say how a specimen of " + type + " looks");
        };
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == String.class
                        ? text(type, component.getName())
                        : make(component.getGenericType()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Class<?> type, String component) {
        if (TypedId.class.isAssignableFrom(type)) {
            try {
                return type.getField("PREFIX").get(null) + "a";
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return switch (type.getSimpleName()) {
            case "FacilityCode" -> "RVBND";
            case "StaffId" -> "alice";
            case "Disposition" -> "06";
            default -> "some {" + component + "}";
        };
    }
}
