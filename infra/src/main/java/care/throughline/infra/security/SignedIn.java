package care.throughline.infra.security;

import care.throughline.events.Meta;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.infra.web.RequestId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** Tells who acts from the authentication of the request: a person by session, a machine by bearer token. */
final class SignedIn implements CurrentActor {

    private static final String NOBODY = "system:throughline";

    @Override
    public Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(
                Meta.CORRELATION,
                RequestId.current().orElseGet(() -> UUID.randomUUID().toString()));
        authentication()
                .ifPresentOrElse(
                        who -> {
                            metadata.put(Meta.ACTOR, who.getName());
                            metadata.put(Meta.SOURCE, sourceOf(who));
                            roleOf(who).ifPresent(role -> {
                                metadata.put(Meta.ROLE, role.name());
                                metadata.put(Meta.PURPOSE, role.purpose());
                            });
                        },
                        () -> {
                            metadata.put(Meta.ACTOR, NOBODY);
                            metadata.put(Meta.SOURCE, NOBODY);
                        });
        return metadata;
    }

    private static String sourceOf(Authentication who) {
        if (who instanceof AbstractOAuth2TokenAuthenticationToken) {
            return "api";
        }
        return rolesOf(who).contains(Role.PERFORMER) ? "link" : "desk";
    }

    /** The authentication of this thread, if it is anybody's. */
    static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken));
    }

    /** The role they act in: the first they hold in the order of {@link Role}. */
    static Optional<Role> roleOf(Authentication who) {
        return rolesOf(who).stream().sorted().findFirst();
    }

    /** All roles they hold. */
    static Set<Role> rolesOf(Authentication who) {
        return Arrays.stream(Role.values())
                .filter(role -> who.getAuthorities().stream()
                        .anyMatch(granted -> role.authority().equals(granted.getAuthority())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
