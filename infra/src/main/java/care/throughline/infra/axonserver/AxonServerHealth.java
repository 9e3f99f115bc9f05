package care.throughline.infra.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says when Axon Server cannot be reached: the application starts without it, and only its commands fail. */
final class AxonServerHealth implements HealthIndicator {

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration settings;

    AxonServerHealth(AxonServerConnectionManager connections, AxonServerConfiguration settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public Health health() {
        boolean connected = connections.isConnected(settings.getContext());
        return (connected ? Health.up() : Health.down().withDetail("reason", "Axon Server cannot be reached"))
                .withDetail("servers", settings.getServers())
                .withDetail("context", settings.getContext())
                .build();
    }
}
