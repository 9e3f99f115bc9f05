package care.throughline.infra.security;

import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever holds an address that nobody can guess, for this request alone, as the one it was made for. What does not open
 * anything counts as a failure, and after a few of them a remote address has to wait. Whoever is signed in anyway passes as
 * themselves: what their role may see there is decided behind this filter.
 */
abstract class SecretAddress extends OncePerRequestFilter {

    private static final Problem PAUSED = new Problem(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-attempts",
            "Too many addresses from here did not work. Wait five minutes.");

    private final String path;
    private final Problem dead;
    private final LinkAttempts attempts;
    private final ProblemAnswer answer;

    /** @param path what stands before the secret; it ends at the next slash */
    SecretAddress(String path, Problem dead, LinkAttempts attempts, ProblemAnswer answer) {
        this.path = path;
        this.dead = dead;
        this.attempts = attempts;
        this.answer = answer;
    }

    /** @param attributes what the request says to the handlers behind */
    record Guest(String name, Role role, Map<String, Object> attributes) {}

    /** Whom the secret was made for, as long as it is good. Only its hash is stored anywhere. */
    abstract Optional<Guest> guest(String hash);

    @Override
    protected final boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(path);
    }

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (attempts.isPaused(request.getRemoteAddr())) {
            answer.write(PAUSED, request, response);
            return;
        }
        Optional<Guest> guest = guest(LinkTokens.hash(secretIn(request)));
        if (guest.isPresent()) {
            as(guest.get(), request, response, chain);
        } else if (SignedIn.authentication().isPresent()) {
            chain.doFilter(request, response);
        } else {
            attempts.failed(request.getRemoteAddr());
            answer.write(dead, request, response);
        }
    }

    private static void as(Guest guest, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext before = SecurityContextHolder.getContext();
        guest.attributes().forEach(request::setAttribute);
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                guest.name(),
                null,
                List.of(new SimpleGrantedAuthority(guest.role().authority())))));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private String secretIn(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(path.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
