package care.throughline.infra.projections;

/**
 * Works out how far a processor is: up to the last event it has committed, and beyond it past those that do not concern it, as
 * long as none that does is under way.
 */
final class Passage {

    private static final long NOTHING = -1;

    private final Applied applied;
    private long seen = NOTHING;
    private long underWay = NOTHING;
    private long committed = NOTHING;

    Passage(Applied applied) {
        this.applied = applied;
    }

    /** The next event of the stream; one that was seen before says that the stream began anew. */
    synchronized void see(long position, boolean concerns) {
        if (position < seen) {
            interrupt();
        }
        seen = position;
        if (concerns) {
            underWay = position;
        } else if (underWay <= committed) {
            applied.advanceTo(position);
        }
    }

    /** What concerned it up to here is stored. */
    synchronized void commit(long position) {
        committed = Math.max(committed, position);
        applied.advanceTo(underWay <= committed ? Math.max(seen, position) : position);
    }

    /** What was under way was rolled back, or another node does it. */
    synchronized void interrupt() {
        underWay = NOTHING;
        seen = NOTHING;
    }
}
