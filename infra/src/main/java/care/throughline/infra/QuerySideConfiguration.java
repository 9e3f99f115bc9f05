package care.throughline.infra;

import care.throughline.query.intake.MessageText;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;

/** Brings in the side that shows: projections, pages, JSON, feed. */
@Configuration(proxyBeanMethods = false)
@Profile(QuerySideConfiguration.PROFILE)
@ComponentScan(
        basePackages = "care.throughline.query",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class QuerySideConfiguration {

    /** By default a node has both sides; profile {@code command} alone leaves this one out. */
    public static final String PROFILE = "query | !command";

    /** On a node without the command side, which keeps the texts of messages. */
    @Bean
    @Fallback
    MessageText textsAreOnCommandNodes() {
        return message -> new MessageText.Opened.Gone();
    }
}
