package care.throughline.infra.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in, which says no more than that it did not match, or that it is time for a pause. */
final class SignInFailed implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        String page = Doors.SIGN_IN + (why instanceof LockedException ? "?paused" : "?failed");
        response.setHeader(HttpHeaders.LOCATION, page);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }
}
