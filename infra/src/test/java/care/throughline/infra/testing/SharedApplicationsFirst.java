package care.throughline.infra.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Test classes that share an application take turns, so they make the longest chains and begin first; those that need nobody
 * fill in beside them. Within each, by name.
 */
public final class SharedApplicationsFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, Boolean>comparing(one -> !one.isAnnotated(ThroughlineTest.class))
                        .thenComparing(one -> one.getTestClass().getName()));
    }
}
