package care.throughline.infra.web;

import org.jspecify.annotations.Nullable;

/** An exception as it may be logged: its types and stack traces, without messages, because those may quote a person's data. */
public final class Faceless extends Exception {

    private static final long serialVersionUID = 1;

    public Faceless(Throwable failure) {
        super(failure.getClass().getName(), of(failure.getCause()), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Faceless of(@Nullable Throwable cause) {
        return cause == null ? null : new Faceless(cause);
    }
}
