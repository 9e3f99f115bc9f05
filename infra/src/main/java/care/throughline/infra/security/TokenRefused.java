package care.throughline.infra.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What a program is told that asks for a token with a wrong secret: no more than that, or that it is time for a pause (RFC 6749, 5.2). */
final class TokenRefused implements AuthenticationFailureHandler {

    private static final String PAUSED = "slow_down";

    /** Slows guessing of secrets down; what proves clients in other ways stays as it is. */
    static AuthenticationProvider throttled(AuthenticationProvider provider, SignInAttempts attempts) {
        return provider instanceof ClientSecretAuthenticationProvider
                ? new Throttled(provider, attempts, () -> new OAuth2AuthenticationException(PAUSED))
                : provider;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        boolean paused = why instanceof OAuth2AuthenticationException told
                && told.getError().getErrorCode().equals(PAUSED);
        response.setStatus((paused ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"" + (paused ? PAUSED : OAuth2ErrorCodes.INVALID_CLIENT) + "\"}");
    }
}
