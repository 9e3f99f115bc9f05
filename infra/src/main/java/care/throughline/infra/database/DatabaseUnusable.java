package care.throughline.infra.database;

import java.io.Serial;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database cannot be used as it is; its message tells the operator what to do. */
public final class DatabaseUnusable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseUnusable(String message) {
        super(message);
    }

    /** Shows the sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {

        @Override
        protected FailureAnalysis analyze(Throwable root, DatabaseUnusable cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
