package care.throughline.infra.store;

/** Moves heads, for tests that put events into the store without an appender. */
public final class Heads {

    private Heads() {}

    /** The head is told of a commit up to this position. */
    public static void advance(Head head, long position) {
        head.advanceTo(position);
    }
}
