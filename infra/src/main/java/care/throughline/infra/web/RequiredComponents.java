package care.throughline.infra.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Reads our records as they are meant: a component without {@code @Nullable} must be there, except collections and
 * maps, which are empty when missing. So a null never slips past the types.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        boolean required = isOurs(member) && !mayBeMissing(member);
        return required ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedMember member) || !isOurs(member)) {
            return JsonSetter.Value.empty();
        }
        if (isContainer(member.getRawType())) {
            return isNullable(member) ? JsonSetter.Value.empty() : JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        }
        return mayBeMissing(member) ? JsonSetter.Value.empty() : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    private static boolean isOurs(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        return owner.isRecord() && owner.getName().startsWith("care.throughline.");
    }

    private static boolean mayBeMissing(AnnotatedMember member) {
        Class<?> type = member.getRawType();
        return type == boolean.class || type == Optional.class || isContainer(type) || isNullable(member);
    }

    private static boolean isContainer(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static boolean isNullable(AnnotatedMember member) {
        return typeOf(member)
                .filter(type -> type.isAnnotationPresent(Nullable.class))
                .isPresent();
    }

    private static Optional<AnnotatedType> typeOf(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor) {
            return Optional.of(constructor.getAnnotatedParameterTypes()[parameter.getIndex()]);
        }
        return member instanceof AnnotatedField field
                ? Optional.of(field.getAnnotated().getAnnotatedType())
                : Optional.empty();
    }
}
