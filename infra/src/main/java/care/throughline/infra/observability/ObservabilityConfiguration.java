package care.throughline.infra.observability;

import care.throughline.command.Commands;
import care.throughline.infra.QuerySideConfiguration;
import care.throughline.query.Operations;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.calendar.Calendars;
import care.throughline.query.past.Past;
import care.throughline.query.referrals.ReferralReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Wires what operators see. No label ever holds anything of a person. */
@Configuration(proxyBeanMethods = false)
class ObservabilityConfiguration {

    /** Whoever sends commands sends them through the meter. */
    @Bean
    static BeanPostProcessor commandMeter(ObjectProvider<MeterRegistry> meters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Commands commands ? new MeteredCommands(commands, meters.getObject()) : bean;
            }
        };
    }

    /** Whoever looks into the past looks through the meter. */
    @Bean
    static BeanPostProcessor pastMeter(ObjectProvider<MeterRegistry> meters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Past past ? new MeteredPast(past, meters.getObject()) : bean;
            }
        };
    }

    @Bean
    SmartInitializingSingleton eventMeter(EventStore events, MeterRegistry meters) {
        return () -> events.registerDispatchInterceptor(new MeteredEvents(meters));
    }

    @Bean
    MeterBinder headOfTheStore(@Qualifier("storeHead") LongSupplier head) {
        return meters -> Gauge.builder("throughline.store.head", head, LongSupplier::getAsLong)
                .description("Position of the last event known to be stored, -1 for none")
                .register(meters);
    }

    @Bean
    ProcessorGauges processorGauges(Operations operations, MeterRegistry meters) {
        return new ProcessorGauges(operations, meters);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    ReferralGauges referralGauges(ReferralReader referrals) {
        return new ReferralGauges(referrals);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    AuthorizationGauges authorizationGauges(AuthorizationReader authorizations, Clock clock) {
        return new AuthorizationGauges(authorizations, clock);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    AppointmentGauges appointmentGauges(Calendars calendars) {
        return new AppointmentGauges(calendars);
    }

    @Bean
    FilterRegistrationBean<AccessLog> accessLog() {
        var registration = new FilterRegistrationBean<>(new AccessLog());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setAsyncSupported(true);
        return registration;
    }
}
