package care.throughline.infra.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Test classes that share an application take turns, so they make the longest chains and begin first; those that need nobody
 * fill in beside them. Within each by {@link Order}, then by name: who leaves many events behind comes last, for they would cost
 * everybody after them who rebuilds.
 */
public final class SharedApplicationsFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, Boolean>comparing(one -> !one.isAnnotated(ThroughlineTest.class))
                        .thenComparingInt(SharedApplicationsFirst::order)
                        .thenComparing(one -> one.getTestClass().getName()));
    }

    private static int order(ClassDescriptor one) {
        return one.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
