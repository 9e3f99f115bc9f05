package care.throughline.infra.events;

import care.throughline.events.Personal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a value could contain and does not. */
final class Missing {

    private final List<String> paths = new ArrayList<>();

    private Missing() {}

    /** The paths of everything that is null, empty or forgotten in a value. */
    static List<String> in(Object value) {
        Missing missing = new Missing();
        missing.look("", value);
        return missing.paths;
    }

    private void look(String path, @Nullable Object value) {
        switch (value) {
            case null -> paths.add(path);
            case Personal<?> personal -> look(path, personal.value().orElse(null));
            case Collection<?> collection -> lookInto(path, collection);
            case Map<?, ?> map -> lookInto(path, map.values());
            case Record record -> lookIntoComponents(path, record);
            default -> {
                // a text, a number, a time or an enum: it is there
            }
        }
    }

    private void lookInto(String path, Collection<?> values) {
        if (values.isEmpty()) {
            paths.add(path);
        }
        values.forEach(value -> look(path, value));
    }

    private void lookIntoComponents(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            look(path + "/" + component.getName(), read(component, record));
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
