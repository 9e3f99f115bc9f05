package care.throughline.infra.access;

import care.throughline.infra.security.Access;
import care.throughline.infra.security.RouteAuthorization;
import care.throughline.infra.security.Routes;
import care.throughline.infra.web.Notices;
import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before everything that answers. Before the first byte of a body leaves, what the queries told is recorded; if that
 * fails, nothing leaves. Files and probes show nobody and pass by: a query behind them would fail.
 */
final class AccessFilter extends OncePerRequestFilter {

    private static final int NO_CONTENT = HttpStatus.NO_CONTENT.value();

    private final AccessRecorder recorder;
    private final ProblemAnswer answer;

    AccessFilter(AccessRecorder recorder, ProblemAnswer answer) {
        this.recorder = recorder;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Showing showing = new Showing();
        request.setAttribute(Showing.KEY, showing);
        GuardedResponse guarded = new GuardedResponse(response, () -> record(recorder, request, response, showing));
        try {
            chain.doFilter(request, guarded);
            if (!request.isAsyncStarted()) {
                guarded.open();
            }
        } catch (ServletException | RuntimeException failure) {
            if (!NotRecorded.isBehind(failure)) {
                throw failure;
            }
            answer.write(Problem.of(HttpStatus.SERVICE_UNAVAILABLE), request, response);
        }
    }

    /** Records what the answer shows, or that it was refused.
     *
     * @throws RuntimeException if the answer must not leave
     */
    static void record(
            AccessRecorder recorder, HttpServletRequest request, HttpServletResponse response, Showing showing) {
        Optional<Routes.Route> route = Routes.of(request);
        boolean people = route.isPresent() && route.get().shows() == Routes.Shows.PEOPLE;
        Optional<String> refusal = people ? showing.refusal().or(() -> refusalOf(request, response)) : Optional.empty();
        Map<String, String> viewer = showing.viewer();
        int status = response.getStatus();
        if (refusal.isPresent()) {
            recorder.refused(asked(request, route.get().view()), showing.patients(), refusal.get());
        } else if (status < HttpStatus.MULTIPLE_CHOICES.value() && status != NO_CONTENT) {
            if (viewer != null) {
                Map<String, String> context = new HashMap<>(viewer);
                showing.disclosed().ifPresent(labelled -> context.putAll(labelled.metadata()));
                recorder.shown(asked(request, viewOf(request)), showing.patients(), showing.why(), context);
                Notices.of(request).ifPresent(notice -> response.setHeader(Notices.HEADER, notice));
            } else if (people) {
                throw new IllegalStateException(viewOf(request) + " shows people and does not say whom: let its query"
                        + " tell Accesses, or its line in Routes that it shows nothing");
            }
        }
        showing.settle();
    }

    private static Optional<String> refusalOf(HttpServletRequest request, HttpServletResponse response) {
        if (RouteAuthorization.decisionOn(request).orElse(null) instanceof Access.Decision.Deny no) {
            return Optional.of(no.reason());
        }
        return switch (response.getStatus()) {
            case 401 -> Optional.of("not-signed-in");
            case 403 -> Optional.of("stale-page");
            default -> Optional.empty();
        };
    }

    private static Asked asked(HttpServletRequest request, String view) {
        return new Asked(view, request.getRequestURI(), request.getRemoteAddr());
    }

    private static String viewOf(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/health");
    }
}
