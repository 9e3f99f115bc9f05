package care.throughline.infra.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The access could not be recorded, so the answer must not leave. */
final class NotRecorded extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    NotRecorded(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "the access could not be recorded", cause);
    }

    /** Whether this failure is, or was caused by, one of these. */
    static boolean isBehind(@Nullable Throwable failure) {
        return failure != null && (failure instanceof NotRecorded || isBehind(failure.getCause()));
    }
}
