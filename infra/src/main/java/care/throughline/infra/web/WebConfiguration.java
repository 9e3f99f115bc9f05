package care.throughline.infra.web;

import care.throughline.infra.actor.CurrentActor;
import care.throughline.query.Names;
import care.throughline.query.Progress;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Wires the edge: what requests become, what answers look like, how templates are found. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<RequestId> requestId() {
        var registration = new FilterRegistrationBean<>(new RequestId());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    JsonMapperBuilderCustomizer contractOverHttp() {
        return WebConfiguration::contract;
    }

    static void contract(JsonMapper.Builder builder) {
        builder.addModule(new TypedValueJson());
        builder.annotationIntrospector(
                AnnotationIntrospector.pair(builder.annotationIntrospector(), new RequiredComponents()));
    }

    @Bean
    FormRecords formRecords(JsonMapper mapper, @Value("${throughline.zone:America/New_York}") ZoneId zone) {
        return new FormRecords(mapper.rebuild()
                .addModule(new FormValues(zone))
                .enable(
                        DeserializationFeature
                                .ACCEPT_SINGLE_VALUE_AS_ARRAY) // one ticked box of several is a list of one
                .build());
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "care.throughline.query.templates");
    }

    @Bean
    Visitors visitors(CurrentActor actor, Names names, ObjectProvider<ResourceUrlProvider> resources) {
        return new Visitors(
                actor,
                names,
                path -> Optional.ofNullable(resources.getObject().getForLookupPath(path))
                        .orElse(path));
    }

    @Bean
    JteViews jteViews(TemplateEngine templates, Visitors visitors) {
        return new JteViews(templates, visitors);
    }

    @Bean
    ProblemAnswer problemAnswer(JsonMapper mapper, JteViews views) {
        return new ProblemAnswer(mapper, views);
    }

    @Bean
    NoticeInBody noticeInBody(JsonMapper mapper) {
        return new NoticeInBody(mapper);
    }

    @Bean
    Problems problems(ProblemAnswer answer) {
        return new Problems(answer);
    }

    @Bean
    ErrorPage errorPage(ProblemAnswer answer) {
        return new ErrorPage(answer);
    }

    @Bean
    HomePage homePage(CurrentActor actor) {
        return new HomePage(actor);
    }

    @Bean
    EdgeConfigurer edge(ObjectProvider<Progress> progress, FormRecords forms) {
        return new EdgeConfigurer(new AfterPosition(progress), forms);
    }

    /** Our answer goes before {@code @ResponseBody}, which would otherwise take every return value of a REST controller. */
    @Bean
    SmartInitializingSingleton recordedAnswersFirst(RequestMappingHandlerAdapter adapter, JsonMapper mapper) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
            handlers.add(new RecordedAnswer(mapper));
            handlers.addAll(
                    Optional.ofNullable(adapter.getReturnValueHandlers()).orElse(List.of()));
            adapter.setReturnValueHandlers(handlers);
        };
    }
}
