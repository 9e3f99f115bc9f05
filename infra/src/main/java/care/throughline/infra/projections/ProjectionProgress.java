package care.throughline.infra.projections;

import care.throughline.query.Progress;
import java.time.Duration;

/** Waits on the processors of this node; where another node works, looks at what it has stored. */
final class ProjectionProgress implements Progress {

    private static final Duration GLANCE = Duration.ofMillis(40);

    private final Processors processors;
    private final Generations generations;

    ProjectionProgress(Processors processors, Generations generations) {
        this.processors = processors;
        this.generations = generations;
    }

    @Override
    public boolean await(String projection, long position, Duration atMost) {
        Slot slot = slot(projection);
        long end = System.nanoTime() + atMost.toNanos();
        while (!slot.applied().await(position, GLANCE)) {
            slot.applied().advanceTo(storedUnlessWorking(slot));
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return slot.applied().position() >= position;
            }
        }
        return true;
    }

    @Override
    public long position(String projection) {
        Slot slot = slot(projection);
        slot.applied().advanceTo(storedUnlessWorking(slot));
        return slot.applied().position();
    }

    private long storedUnlessWorking(Slot slot) {
        if (slot.beyond() > 0) {
            return slot.applied().position();
        }
        boolean working = slot.processor().filter(RunningProcessor::isWorking).isPresent();
        return working
                ? slot.applied().position()
                : generations.positionOf(slot.work().name());
    }

    private Slot slot(String projection) {
        return processors
                .find(projection)
                .orElseThrow(() -> new IllegalArgumentException("there is no projection called " + projection));
    }
}
