package care.throughline.infra.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Finds our roles in the claims of a token; a name that is none of ours gives nothing. */
final class RoleNames {

    private final List<String> path;

    /** @param claim where the roles are, dots going deeper */
    RoleNames(String claim) {
        this.path = List.of(claim.split("\\."));
    }

    static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    Set<Role> in(Map<String, Object> claims) {
        Object found = claims;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return namesIn(found).stream()
                .flatMap(name ->
                        Arrays.stream(Role.values()).filter(role -> lower(role).equals(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<GrantedAuthority> authoritiesIn(Map<String, Object> claims) {
        return in(claims).stream()
                .map(Role::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static List<String> namesIn(@Nullable Object found) {
        return switch (found) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(RoleNames::plain).toList();
            case String one ->
                Arrays.stream(one.split("[ ,]+")).map(RoleNames::plain).toList();
            default -> List.of();
        };
    }

    private static String plain(Object name) {
        String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
        return lower.startsWith("role_") ? lower.substring("role_".length()) : lower;
    }
}
