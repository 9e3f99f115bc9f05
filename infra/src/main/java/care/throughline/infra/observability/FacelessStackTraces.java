package care.throughline.infra.observability;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;

/** Prints what failed and where into structured logs, but no message, because messages may quote a person's data. */
public final class FacelessStackTraces implements StackTracePrinter {

    private static final int DEEPEST = 8;

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            out.append(depth == 0 ? "" : "caused by ")
                    .append(each.getClass().getName())
                    .append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                out.append("\tat ").append(frame.toString()).append('\n');
            }
            each = each.getCause();
        }
    }
}
