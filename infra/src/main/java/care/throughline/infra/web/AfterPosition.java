package care.throughline.infra.web;

import care.throughline.query.Progress;
import care.throughline.query.Reads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a reader see what was just recorded: waits for the projections that the handler {@link Reads}, but not long. */
final class AfterPosition implements HandlerInterceptor {

    /** Set on the request, and as a header on the answer, if what was asked for could not be waited for. */
    static final String BEHIND = "Throughline-Behind";

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final long NANOS = AT_MOST.toNanos();

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final ObjectProvider<Progress> progress;

    AfterPosition(ObjectProvider<Progress> progress) {
        this.progress = progress;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        OptionalLong after =
                "GET".equals(request.getMethod()) ? positionOf(request.getParameter("after")) : OptionalLong.empty();
        if (after.isPresent() && handler instanceof HandlerMethod method) {
            boolean there = await(projectionsOf(method), after.getAsLong());
            if (!there) {
                request.setAttribute(BEHIND, true);
                response.setHeader(BEHIND, "true");
            }
        }
        return true;
    }

    private boolean await(String[] projections, long position) {
        Progress waiting = progress.getIfAvailable();
        if (waiting == null) {
            return true;
        }
        long until = System.nanoTime() + NANOS;
        boolean there = true;
        for (String projection : projections) {
            long left = Math.max(0, until - System.nanoTime());
            there &= waiting.await(projection, position, Duration.ofNanos(left));
        }
        return there;
    }

    private static String[] projectionsOf(HandlerMethod method) {
        Reads reads = method.getMethodAnnotation(Reads.class);
        if (reads == null) {
            reads = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Reads.class);
        }
        return reads == null ? new String[0] : reads.value();
    }

    private static OptionalLong positionOf(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!POSITION.matcher(after).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "after is a position: a whole number");
        }
        return OptionalLong.of(Long.parseLong(after));
    }
}
