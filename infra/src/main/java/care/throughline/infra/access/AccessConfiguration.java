package care.throughline.infra.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import care.throughline.infra.actor.CurrentActor;
import care.throughline.infra.security.Access;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.Accesses;
import care.throughline.query.Progress;
import care.throughline.query.restrictions.Standing;
import care.throughline.query.restrictions.Standings;
import care.throughline.query.segments.Owners;
import care.throughline.query.segments.Segments;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires the recording of accesses; there is no setting that turns it off. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Accesses accesses(CurrentActor actor, ObjectProvider<Standings> standings, LabelledData labelled, Clock clock) {
        return new AccessesOfRequest(
                actor,
                (patients, viewer, now) -> standings.getObject().of(patients, viewer, now).entrySet().stream()
                        .collect(toUnmodifiableMap(Map.Entry::getKey, one -> standing(one.getValue()))),
                labelled,
                clock);
    }

    @Bean
    LabelledData labelledData(
            ObjectProvider<Owners> owners,
            ObjectProvider<Progress> progress,
            @Qualifier("storeHead") ObjectProvider<LongSupplier> head) {
        return new UpToDateLabels(
                owners::getObject,
                () -> progress.getObject().await(Segments.NAME, head.getObject().getAsLong(), UpToDateLabels.PATIENCE));
    }

    @Bean
    Deliveries deliveries(LabelledData labelled, AccessRecorder recorder, Clock clock) {
        return new Deliveries(labelled, recorder, clock);
    }

    private static Access.Standing standing(Standing known) {
        return new Access.Standing(known.related(), known.glassUntil() != null);
    }

    @Bean
    AccessRecorder accessRecorder(EventStore events, CurrentActor actor, Clock clock, MeterRegistry meters) {
        return new AccessRecorder(events::publish, actor, clock, meters);
    }

    /** Around everything that can answer, the guards included; within what gives a request its id. */
    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(AccessRecorder recorder, ProblemAnswer answer) {
        var registration = new FilterRegistrationBean<>(new AccessFilter(recorder, answer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setAsyncSupported(true);
        return registration;
    }
}
