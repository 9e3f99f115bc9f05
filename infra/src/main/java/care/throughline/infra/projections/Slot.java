package care.throughline.infra.projections;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The place of one projection or automation on this node: its running processor, and its rebuild if there is one. */
final class Slot {

    private final Work work;
    private final Applied applied = new Applied();
    private volatile long beyond;
    private @Nullable RunningProcessor processor;
    private @Nullable Rebuilding rebuilding;

    Slot(Work work) {
        this.work = work;
    }

    Work work() {
        return work;
    }

    /** How far it is, over all generations. */
    Applied applied() {
        return applied;
    }

    /** By how many events its position was beyond the end of the store when it was to run; then it does not. */
    long beyond() {
        return beyond;
    }

    void refuse(long events) {
        beyond = events;
    }

    /** This is a position of this store. */
    void accept(long position) {
        beyond = 0;
        applied.advanceTo(position);
    }

    synchronized Optional<RunningProcessor> processor() {
        return Optional.ofNullable(processor);
    }

    synchronized Optional<Rebuilding> rebuilding() {
        return Optional.ofNullable(rebuilding);
    }

    /** Nothing if it runs already, or is refused. */
    synchronized void run(ProcessorFactory factory) {
        if (processor != null || beyond > 0) {
            return;
        }
        RunningProcessor fresh = factory.create(work, applied);
        processor = fresh;
        fresh.start();
    }

    synchronized void pause() {
        if (processor != null) {
            processor.stop();
            processor = null;
        }
    }

    /** Begins unless one is under way. */
    synchronized void rebuild(Rebuilding next) {
        if (rebuilding == null || rebuilding.isOver()) {
            rebuilding = next;
            next.start();
        }
    }

    /** Begins to stop for good. */
    synchronized CompletableFuture<Void> stopping() {
        RunningProcessor last = processor;
        processor = null;
        return last == null ? CompletableFuture.completedFuture(null) : last.stopping();
    }

    void stopRebuild() {
        rebuilding().ifPresent(Rebuilding::stop);
    }
}
