package care.throughline.infra.axon;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out every auto-configuration of Axon's. Under this Spring Boot they run too early, find no transaction manager
 * and no database, and silently wire components that keep nothing; see the decision record on wiring by hand.
 */
final class AxonIsWiredByHand implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null || !candidate.startsWith("org.axonframework.");
        }
        return wanted;
    }
}
