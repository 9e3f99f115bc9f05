package care.throughline.infra.store;

/** A batch could not be written and certainly left nothing behind; it may be tried again. */
final class NothingCommitted extends Exception {

    private static final long serialVersionUID = 1L;

    NothingCommitted(Throwable cause) {
        super("Nothing of the batch was committed: " + cause.getMessage(), cause);
    }
}
