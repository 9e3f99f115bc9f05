package care.throughline.infra.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password unless there were too many wrong ones just before. */
final class ThrottledSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;

    ThrottledSignIn(AuthenticationProvider passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        String address =
                offered.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (attempts.isPaused(offered.getName(), address)) {
            throw new LockedException("too many attempts");
        }
        try {
            Authentication proven = passwords.authenticate(offered);
            if (proven == null) {
                throw new LockedException("not proven");
            }
            attempts.succeeded(offered.getName(), address);
            return proven;
        } catch (AuthenticationException refused) {
            attempts.failed(offered.getName(), address);
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
