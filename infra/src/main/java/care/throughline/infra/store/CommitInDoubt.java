package care.throughline.infra.store;

import java.util.List;

/** The connection was lost while a batch was being committed: it is all in or not at all, and somebody has to look. */
final class CommitInDoubt extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Verdict> ifCommitted;

    CommitInDoubt(List<Verdict> ifCommitted, Throwable cause) {
        super("Whether the batch was committed is not known: " + cause.getMessage(), cause);
        this.ifCommitted = ifCommitted;
    }

    /** What to answer if it turns out to be committed. */
    List<Verdict> ifCommitted() {
        return ifCommitted;
    }
}
