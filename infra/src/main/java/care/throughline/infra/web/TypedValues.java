package care.throughline.infra.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Turns path variables and parameters into the typed ids and codes of the contract, whichever there are. */
final class TypedValues implements ConditionalGenericConverter {

    private static final String CONTRACT = "care.throughline.events";

    @Override
    public @Nullable Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return isTypedValue(target.getType());
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor target) {
        return source == null || source.toString().isEmpty() ? null : of(target.getType(), source.toString());
    }

    /** True for a record of the contract whose only component is its text. */
    static boolean isTypedValue(Class<?> type) {
        if (!type.isRecord() || !type.getPackageName().startsWith(CONTRACT)) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    /** Calls the record's constructor.
     *
     * @throws IllegalArgumentException if the record refuses the text
     */
    static Object of(Class<?> type, String text) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            return constructor.newInstance(text);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException why) {
                throw why;
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName() + " has no public constructor", impossible);
        }
    }
}
