package care.throughline.infra.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The machines of the configuration; there may be none. */
record KnownMachines(List<RegisteredClient> clients) implements RegisteredClientRepository {

    /** Of one that is known nothing is kept: whoever signs in with a secret of a weak encoding is offered here under a better one. */
    @Override
    public void save(RegisteredClient client) {
        if (findByClientId(client.getClientId()) == null) {
            throw new UnsupportedOperationException("machines are registered in the configuration");
        }
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.stream()
                .filter(client -> client.getClientId().equals(clientId))
                .findFirst()
                .orElse(null);
    }
}
