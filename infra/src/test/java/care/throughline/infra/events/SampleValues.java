package care.throughline.infra.events;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.TypedId;
import care.throughline.events.stay.Disposition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes up a value of any type that an event may contain, with everything in it that can be in it. */
final class SampleValues {

    private static final PatientId SOMEBODY = new PatientId("pat_sample");

    private SampleValues() {}

    /** An event of this class, full and always the same. */
    static Object of(Class<?> event) {
        return value(event, "");
    }

    private static Object value(Type type, String name) {
        return type instanceof ParameterizedType generic ? generic(generic, name) : plain((Class<?>) type, name);
    }

    private static Object generic(ParameterizedType type, String name) {
        Type first = type.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Personal.class) {
            return Personal.of(SOMEBODY, value(first, name));
        }
        if (raw == List.class) {
            return List.of(value(first, name));
        }
        if (raw == Set.class) {
            return Set.of(value(first, name));
        }
        if (raw == Map.class) {
            return Map.of(value(first, "key"), value(type.getActualTypeArguments()[1], "value"));
        }
        throw new IllegalArgumentException("say in SampleValues what a " + type + " looks like");
    }

    private static Object plain(Class<?> type, String name) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> "some " + name;
            case "int" -> 2;
            case "long" -> 3L;
            case "boolean" -> true;
            case "java.time.Instant" -> Instant.parse("2026-03-04T15:30:00Z");
            case "java.time.LocalDate" -> LocalDate.parse("2026-03-06");
            case "java.math.BigDecimal" -> new BigDecimal("12.5");
            case "java.time.LocalTime" -> LocalTime.parse("08:30");
            default -> throw new IllegalArgumentException("say in SampleValues what a " + type + " looks like");
        };
    }

    private static Object record(Class<?> type) {
        if (type == FacilityCode.class) {
            return new FacilityCode("RVBND");
        }
        if (type == StaffId.class) {
            return new StaffId("nora.quinn");
        }
        if (type == Disposition.class) {
            return new Disposition("01");
        }
        if (TypedId.class.isAssignableFrom(type)) {
            return made(type, List.of(prefixOf(type) + "sample"));
        }
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.add(value(component.getGenericType(), component.getName()));
        }
        return made(type, values);
    }

    private static String prefixOf(Class<?> type) {
        try {
            return (String) type.getField("PREFIX").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " says no PREFIX", e);
        }
    }

    private static Object made(Class<?> type, List<Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no sample of " + type + " can be made", e);
        }
    }
}
