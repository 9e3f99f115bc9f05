package care.throughline.infra.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names our schemas by where they are written, because the same word may mean different things there. */
final class SchemaNames extends TypeNameResolver {

    private static final String OURS = "care.throughline.";

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        Class<?> around = type.getEnclosingClass();
        if (around != null) {
            return nameForClass(around, options) + "." + name;
        }
        String folder = type.getPackageName();
        return folder.startsWith(OURS) ? folder.substring(folder.lastIndexOf('.') + 1) + "." + name : name;
    }
}
