package care.throughline.infra.axonserver;

import care.throughline.command.Rejected;
import care.throughline.infra.axon.Refusal;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.ServerConnectorConfigurerModule;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Puts Axon Server's store and buses where ours were, and lets a refusal keep its reason on the way between nodes. */
final class AxonServerWiring implements ConfigurerModule {

    private final AxonServerConfiguration settings;

    AxonServerWiring(AxonServerConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.registerComponent(AxonServerConfiguration.class, config -> settings);
        new ServerConnectorConfigurerModule().configureModule(configurer);
        configurer.onInitialize(config -> {
            CommandBus bus = config.commandBus();
            bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(config.correlationDataProviders()));
            bus.registerHandlerInterceptor(AxonServerWiring::keepReason);
        });
    }

    /** Only the details of this one exception survive the way back to the sender. */
    private static @Nullable Object keepReason(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain handler)
            throws Exception {
        try {
            return handler.proceed();
        } catch (Rejected rejected) {
            String sentence = String.valueOf(rejected.getMessage());
            throw new CommandExecutionException(sentence, rejected, new Refusal(rejected.reason(), sentence));
        }
    }
}
