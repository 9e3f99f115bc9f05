package care.throughline.infra.axon;

import care.throughline.command.Commands;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.infra.sealing.Vault;
import care.throughline.infra.store.Head;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Axon's components, each named here because its auto-configuration is left out. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    static {
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    @Bean
    Cache aggregateCache(@Value("${throughline.cached-aggregates:20000}") int aggregates, Vault vault) {
        Cache cache = AggregateCache.of(aggregates);
        vault.whenForgotten(cache::removeAll);
        return cache;
    }

    @Bean
    ParameterResolverFactory parameterResolverFactory(ApplicationContext beans) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClassLoader(beans.getClassLoader()),
                new SpringBeanParameterResolverFactory(beans));
    }

    /** Without Axon Server, events go to our own store. */
    @Bean
    @Profile("!axon-server")
    ConfigurerModule ownStore(EventStore store) {
        return configurer -> configurer.configureEventStore(config -> store);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            ObjectProvider<ConfigurerModule> modules,
            @Qualifier("eventSerializer") Serializer serializer,
            EventUpcasterChain upcasters,
            Cache cache,
            ParameterResolverFactory parameters,
            Environment environment) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(config -> serializer)
                .configureEventSerializer(config -> serializer)
                .configureMessageSerializer(config -> serializer)
                .registerComponent(EventUpcasterChain.class, config -> upcasters)
                .registerComponent(TransactionManager.class, config -> NoTransactionManager.instance())
                .registerComponent(ParameterResolverFactory.class, config -> parameters)
                .configureCorrelationDataProviders(config -> List.of(new WhoAndWhy()));
        modules.orderedStream().forEach(module -> module.configureModule(configurer));
        if (environment.acceptsProfiles(Profiles.of(CommandSideConfiguration.PROFILE))) {
            AggregateClasses.all().forEach(type -> configurer.configureAggregate(aggregate(type, cache)));
        }
        return configurer.buildConfiguration();
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    /** The position of the last event known to be stored; at least a command's own when it has returned. */
    @Bean
    LongSupplier storeHead(EventStore events, ObjectProvider<Head> head) {
        Head known = head.getIfAvailable();
        return known == null ? () -> positionOf(events.createHeadToken()) : known::position;
    }

    @Bean
    Commands commands(CommandBus bus, @Qualifier("storeHead") LongSupplier head, CurrentActor actor) {
        return new CommandsOverBus(bus, head, actor);
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type, Cache cache) {
        return AggregateConfigurer.defaultConfiguration(type).configureCache(config -> cache);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
