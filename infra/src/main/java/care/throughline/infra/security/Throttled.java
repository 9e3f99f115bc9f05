package care.throughline.infra.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password or a client's secret unless there were too many wrong ones just before. */
final class Throttled implements AuthenticationProvider {

    private final AuthenticationProvider secrets;
    private final SignInAttempts attempts;
    private final Supplier<? extends AuthenticationException> paused;

    /** @param paused what is said while nothing from there is tried */
    Throttled(
            AuthenticationProvider secrets,
            SignInAttempts attempts,
            Supplier<? extends AuthenticationException> paused) {
        this.secrets = secrets;
        this.attempts = attempts;
        this.paused = paused;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication offered) {
        String address =
                offered.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (attempts.isPaused(offered.getName(), address)) {
            throw paused.get();
        }
        try {
            Authentication proven = secrets.authenticate(offered);
            if (proven != null) {
                attempts.succeeded(offered.getName(), address);
            }
            return proven;
        } catch (AuthenticationException refused) {
            attempts.failed(offered.getName(), address);
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return secrets.supports(authentication);
    }
}
