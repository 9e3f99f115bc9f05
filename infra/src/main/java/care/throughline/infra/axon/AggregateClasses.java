package care.throughline.infra.axon;

import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the aggregates of the command side: the classes that carry {@link AggregateRoot}. */
final class AggregateClasses {

    private static final String COMMAND_SIDE = "care.throughline.command";

    private AggregateClasses() {}

    static List<Class<?>> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(AggregateRoot.class));
        return scanner.findCandidateComponents(COMMAND_SIDE).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .toList();
    }
}
