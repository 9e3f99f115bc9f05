package care.throughline.infra;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;

/** Brings in the side that decides: commands, aggregates, automations and the ways in. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
@ComponentScan(
        basePackages = "care.throughline.command",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class CommandSideConfiguration {

    /** By default a node has both sides; profile {@code query} alone leaves this one out. */
    public static final String PROFILE = "command | !query";
}
