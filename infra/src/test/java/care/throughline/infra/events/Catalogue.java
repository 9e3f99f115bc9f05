package care.throughline.infra.events;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.events.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The event catalogue as a page: every event with its version and fields, then every type that a field may have. */
final class Catalogue {

    private static final String OURS = "care.throughline.";

    private final StringBuilder page = new StringBuilder("""
            # Events

            Everything that can happen, under the name and in the version in which it is stored and fed. This page is made from the
            code by `EventCatalogueTest`, which says how to refresh it. A frozen sample of each version lies in
            [shared-events](../../shared-events/src/main/resources/events).

            *sealed*: encrypted under the person's own key, and gone when that is forgotten. *optional*: may be absent. Instants are in
            UTC, dates are days in the organisation's time zone, ids are opaque text. Who did it, in which role, for which purpose and
            because of what is in the metadata of every event.
            """);
    private final TreeMap<String, Class<?>> types = new TreeMap<>();

    static String page() {
        Catalogue catalogue = new Catalogue();
        String capability = "";
        for (Class<? extends DomainEvent> event : EventNames.all()) {
            String its = EventNames.of(event).value().replaceFirst("\\..*", "");
            if (!its.equals(capability)) {
                catalogue.page.append("\n## ").append(its).append('\n');
                capability = its;
            }
            catalogue.event(event);
        }
        catalogue.types();
        return catalogue.page.toString();
    }

    private void event(Class<?> event) {
        EventName name = EventNames.of(event);
        page.append("\n### ")
                .append(name.value())
                .append(" (version ")
                .append(name.version())
                .append(")\n\n");
        page.append(SourceWords.about(event)).append('\n');
        page.append(fields(event));
    }

    private String fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(field ->
                        "| " + field.getName() + " | " + typeOf(field.getGenericType()) + " | " + marks(field) + " |\n")
                .collect(Collectors.joining("", "\n| Field | Type | |\n|---|---|---|\n", ""));
    }

    private static String marks(RecordComponent component) {
        Set<String> marks = new LinkedHashSet<>();
        if (component.getType() == Personal.class) {
            marks.add("sealed");
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            marks.add("optional");
        }
        return String.join(", ", marks);
    }

    private String typeOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            String inside = Arrays.stream(generic.getActualTypeArguments())
                    .map(this::typeOf)
                    .collect(Collectors.joining(" to "));
            String outside = ((Class<?>) generic.getRawType()).getSimpleName().toLowerCase(Locale.ROOT);
            return "personal".equals(outside) ? inside : outside + " of " + inside;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.getName().startsWith(OURS)) {
            types.put(nameOf(plain), plain);
            return "[" + nameOf(plain) + "](#" + anchor(nameOf(plain)) + ")";
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "int", "long" -> "number";
            case "LocalDate" -> "date";
            default -> plain.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private void types() {
        page.append("\n## Types\n");
        TreeMap<String, String> told = new TreeMap<>();
        while (!types.isEmpty()) {
            Map.Entry<String, Class<?>> next = types.pollFirstEntry();
            if (!told.containsKey(next.getKey())) {
                told.put(next.getKey(), telling(next.getKey(), next.getValue()));
            }
        }
        told.values().forEach(page::append);
    }

    private String telling(String name, Class<?> type) {
        String heading = "\n### " + name + "\n\n" + SourceWords.about(type) + "\n";
        if (type.isEnum()) {
            return heading + "\nOne of " + constants(type) + ".\n";
        }
        return heading + (type.getRecordComponents().length == 1 ? "\nWritten as text.\n" : fields(type));
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
                .collect(Collectors.joining(", "));
    }

    /** A nested type carries the name of the type around it, unless that only gathers events. */
    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null || DomainEvent.class.isAssignableFrom(around)
                ? type.getSimpleName()
                : around.getSimpleName() + "." + type.getSimpleName();
    }

    private static String anchor(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }
}
