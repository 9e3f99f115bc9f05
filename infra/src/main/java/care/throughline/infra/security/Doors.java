package care.throughline.infra.security;

import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What a closed door says: browsers are shown to the sign-in, everybody else gets a problem. */
final class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String SIGN_IN = "/sign-in";

    private static final Problem STALE_PAGE = new Problem(
            HttpStatus.FORBIDDEN, "stale-page", "This page is too old to send from. Reload it, then send again.");

    private final ProblemAnswer answer;

    Doors(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", SIGN_IN);
        } else if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")) {
            response.setHeader(HttpHeaders.LOCATION, SIGN_IN);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"throughline\"");
        answer.write(Problem.of(HttpStatus.UNAUTHORIZED), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (SignedIn.authentication().isEmpty()) {
            commence(request, response, new NobodyIsSignedIn());
        } else {
            answer.write(
                    why instanceof CsrfException ? STALE_PAGE : Problem.of(HttpStatus.FORBIDDEN), request, response);
        }
    }

    private static final class NobodyIsSignedIn extends AuthenticationException {
        private static final long serialVersionUID = 1;

        NobodyIsSignedIn() {
            super("nobody is signed in");
        }
    }
}
