package care.throughline.infra.axon;

import care.throughline.events.Meta;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Says, as metadata, who is behind the current request. */
final class SignedIn {

    private static final String ROLE_PREFIX = "ROLE_";

    private SignedIn() {}

    static Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Meta.SOURCE, "api");
        metadata.put(Meta.PURPOSE, "TREAT");
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            metadata.put(Meta.ACTOR, "system:throughline");
            return metadata;
        }
        metadata.put(Meta.ACTOR, who.getName());
        who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE_PREFIX))
                .map(authority -> authority.substring(ROLE_PREFIX.length()))
                .sorted()
                .findFirst()
                .ifPresent(role -> metadata.put(Meta.ROLE, role));
        return metadata;
    }
}
