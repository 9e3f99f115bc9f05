package care.throughline.infra.observability;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** Prints what failed and where on the console, but no message, because messages may quote a person's data. */
public final class FacelessThrowables extends ThrowableHandlingConverter {

    private static final int DEEPEST = 8;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder out = new StringBuilder();
        @Nullable IThrowableProxy each = event.getThrowableProxy();
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            out.append(depth == 0 ? "" : "caused by ")
                    .append(each.getClassName())
                    .append('\n');
            for (StackTraceElementProxy frame : each.getStackTraceElementProxyArray()) {
                out.append("\t").append(frame).append('\n');
            }
            each = each.getCause();
        }
        return out.toString();
    }
}
