package care.throughline.infra.testing;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.TestPropertySource;

/** Lets no two test classes use the same application at once; those with properties of their own share one that only they use. */
final class OneApplicationAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        Optional<TestPropertySource> own = AnnotationSupport.findAnnotation(testClass, TestPropertySource.class);
        String application =
                own.map(source -> String.join(" ", source.properties())).orElse("");
        return Set.of(new Lock("application " + application, ResourceAccessMode.READ_WRITE));
    }
}
