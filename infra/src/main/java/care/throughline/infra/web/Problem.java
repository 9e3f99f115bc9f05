package care.throughline.infra.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What went wrong, in one sentence that says what to do and holds no personal data (RFC 9457).
 *
 * @param reason a stable code in kebab case
 */
public record Problem(HttpStatus status, String reason, String sentence) {

    /** The decision was made on a state that had changed meanwhile. */
    static final Problem CHANGED_MEANWHILE = new Problem(
            HttpStatus.CONFLICT,
            "changed-meanwhile",
            "Somebody else just changed this. Look at it again, then repeat.");

    static final Problem CHART_CLOSED = new Problem(
            HttpStatus.FORBIDDEN,
            "chart-restricted",
            "This chart is restricted to the people who care for this person. If you need it now, break the glass.");

    static final Problem BROKEN = new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "broken",
            "Something broke on our side and nothing was recorded. Try again; if it stays, tell the operator the reference.");

    /** What we say for a status when there is nothing more particular to say. */
    public static Problem of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                new Problem(status, "unreadable", "The request could not be read. Check it and send it again.");
            case UNAUTHORIZED -> new Problem(status, "not-signed-in", "Sign in first, or send a valid bearer token.");
            case FORBIDDEN ->
                new Problem(status, "not-allowed", "Your role does not allow this. Ask a supervisor if you need it.");
            case NOT_FOUND ->
                new Problem(status, "not-found", "There is nothing here. Check the address, or search again.");
            case METHOD_NOT_ALLOWED ->
                new Problem(status, "method-not-allowed", "This address does not answer that method.");
            case NOT_ACCEPTABLE -> new Problem(status, "not-acceptable", "Ask for application/json or text/html.");
            case CONFLICT -> CHANGED_MEANWHILE;
            case CONTENT_TOO_LARGE -> new Problem(status, "too-large", "That is too large. Send it in smaller parts.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Problem(status, "unsupported-media-type", "Send application/json or a form.");
            case TOO_MANY_REQUESTS ->
                new Problem(status, "too-many-requests", "Too many attempts. Wait a minute and try again.");
            case SERVICE_UNAVAILABLE -> new Problem(status, "unavailable", "Not ready yet. Try again in a moment.");
            default -> status.is5xxServerError() ? BROKEN : new Problem(status, "refused", "The request was refused.");
        };
    }

    ProblemDetail detail(String correlation) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:throughline:problem:" + reason));
        detail.setTitle(status.getReasonPhrase());
        detail.setProperty("reason", reason);
        detail.setProperty("correlationId", correlation);
        return detail;
    }
}
