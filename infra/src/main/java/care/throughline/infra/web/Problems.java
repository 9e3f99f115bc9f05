package care.throughline.infra.web;

import care.throughline.command.Rejected;
import care.throughline.query.ChartClosed;
import care.throughline.query.feed.BeyondTheEnd;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a handler throws into one problem; only the unexpected is logged, and without its message. */
@ControllerAdvice
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemAnswer answer;

    Problems(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler(Exception.class)
    void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (isGone(failure) || response.isCommitted()) {
            return;
        }
        Problem problem = of(failure);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("a request failed", new Faceless(failure));
        }
        answer.write(problem, request, response);
    }

    /** What we say about it. */
    static Problem of(Throwable failure) {
        Throwable cause =
                rejection(failure).<Throwable>map(rejected -> rejected).orElse(failure);
        return switch (cause) {
            case Rejected rejected -> new Problem(statusOf(rejected), rejected.reason(), messageOf(rejected));
            case BeyondTheEnd beyond -> new Problem(HttpStatus.CONFLICT, "beyond-the-end", beyond.sentence());
            case ChartClosed closed -> Problem.CHART_CLOSED;
            case ConcurrencyException conflict -> Problem.CHANGED_MEANWHILE;
            case AggregateStreamCreationException conflict -> Problem.CHANGED_MEANWHILE;
            case AggregateNotFoundException missing -> Problem.of(HttpStatus.NOT_FOUND);
            case HttpMessageNotReadableException unreadable -> Unreadable.of(unreadable);
            case MethodArgumentTypeMismatchException unreadable -> Unreadable.of(unreadable);
            case ServletRequestBindingException unreadable -> Unreadable.of(unreadable);
            case ErrorResponse known -> Problem.of(statusOf(known));
            default -> Problem.BROKEN;
        };
    }

    private static Optional<Rejected> rejection(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Rejected rejected) {
                return Optional.of(rejected);
            }
        }
        return Optional.empty();
    }

    /** A reason that ends in {@code -conflict}, {@code -outdated} or {@code -unknown} says so; every other refusal is by the rules. */
    private static HttpStatus statusOf(Rejected rejected) {
        if (rejected.reason().endsWith("-outdated")) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        if (rejected.reason().endsWith("-unknown")) {
            return HttpStatus.NOT_FOUND;
        }
        return rejected.reason().endsWith("-conflict") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static HttpStatus statusOf(ErrorResponse known) {
        HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String messageOf(Rejected rejected) {
        String message = rejected.getMessage();
        return message == null ? "The rules do not allow this." : message;
    }

    private static boolean isGone(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || (failure instanceof IOException io && "Broken pipe".equals(io.getMessage()));
    }
}
