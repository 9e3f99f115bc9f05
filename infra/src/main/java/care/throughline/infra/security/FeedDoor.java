package care.throughline.infra.security;

import care.throughline.events.StaffId;
import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.calendar.Feeds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever holds the secret address of a calendar, for this request alone, as the coordinator whose it is. What does not
 * open anything counts as a failure, and after a few of them an address has to wait.
 */
final class FeedDoor extends OncePerRequestFilter {

    static final String PATH = "/ical/";

    private static final Problem PAUSED = new Problem(
            HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many addresses did not work. Wait five minutes.");

    private static final Problem DEAD =
            new Problem(HttpStatus.UNAUTHORIZED, "feed-dead", "This calendar was ended. Make a new address.");

    private final JdbcClient db;
    private final LinkAttempts attempts;
    private final ProblemAnswer answer;

    FeedDoor(JdbcClient db, LinkAttempts attempts, ProblemAnswer answer) {
        this.db = db;
        this.attempts = attempts;
        this.answer = answer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (attempts.isPaused(request.getRemoteAddr())) {
            answer.write(PAUSED, request, response);
            return;
        }
        String secret = request.getRequestURI().substring(PATH.length());
        Optional<StaffId> owner = Feeds.owner(db, LinkTokens.hash(secret));
        if (owner.isPresent()) {
            as(owner.get(), request, response, chain);
        } else if (SignedIn.authentication().isPresent()) {
            chain.doFilter(request, response);
        } else {
            attempts.failed(request.getRemoteAddr());
            answer.write(DEAD, request, response);
        }
    }

    private static void as(StaffId owner, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext before = SecurityContextHolder.getContext();
        request.setAttribute("owner", owner);
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                owner.value(), null, List.of(new SimpleGrantedAuthority(Role.COORDINATOR.authority())))));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
