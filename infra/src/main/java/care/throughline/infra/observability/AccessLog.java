package care.throughline.infra.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** One line for each request: method, route, status and time; the route as a template, so no value of an address is in it. */
final class AccessLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("throughline.access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            String route = routeOf(request);
            LOG.atInfo()
                    .addKeyValue("http.request.method", methodOf(request))
                    .addKeyValue("http.route", route)
                    .addKeyValue("http.response.status_code", response.getStatus())
                    .addKeyValue("duration_ms", millis)
                    .log("{} {} {} {} ms", methodOf(request), route, response.getStatus(), millis);
        }
    }

    /** What was asked for and matched; {@code -} for what never got to a handler. */
    private static String routeOf(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern.toString();
    }

    private static String methodOf(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
            default -> "OTHER";
        };
    }

    /** Files and probes come by the hundred and say nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/health");
    }
}
