package care.throughline.infra.backup;

import java.io.Serial;

/** It is not done; the message tells the operator why, and what to do. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
