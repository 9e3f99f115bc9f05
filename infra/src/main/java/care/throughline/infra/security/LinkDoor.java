package care.throughline.infra.security;

import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.referrals.Links;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
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
 * Lets in whoever holds a live link, for this request alone, as the performer it was made for. What does not open anything
 * counts as a failure, and after a few of them an address has to wait.
 */
final class LinkDoor extends OncePerRequestFilter {

    static final String PATH = "/link/";

    private static final Problem PAUSED = new Problem(
            HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many links did not work. Wait five minutes.");

    private static final Problem DEAD = new Problem(
            HttpStatus.UNAUTHORIZED,
            "link-dead",
            "This link does not work any more. Ask whoever sent it to you for a new one.");

    private final Links links;
    private final LinkAttempts attempts;
    private final Clock clock;
    private final ProblemAnswer answer;

    LinkDoor(Links links, LinkAttempts attempts, Clock clock, ProblemAnswer answer) {
        this.links = links;
        this.attempts = attempts;
        this.clock = clock;
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
        Optional<Links.Link> link = links.find(LinkTokens.hash(tokenIn(request)), clock.instant());
        if (link.isPresent()) {
            as(link.get(), request, response, chain);
        } else if (SignedIn.authentication().isPresent()) {
            chain.doFilter(request, response);
        } else {
            attempts.failed(request.getRemoteAddr());
            answer.write(DEAD, request, response);
        }
    }

    private static void as(Links.Link link, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext before = SecurityContextHolder.getContext();
        request.setAttribute("referral", link.referral());
        request.setAttribute("performer", link.performer());
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                link.performer().value(), null, List.of(new SimpleGrantedAuthority(Role.PERFORMER.authority())))));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static String tokenIn(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(PATH.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
