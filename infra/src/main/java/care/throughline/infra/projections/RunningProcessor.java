package care.throughline.infra.projections;

import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** One processor of this node with its dead letters. */
final class RunningProcessor {

    private final Work work;
    private final PooledStreamingEventProcessor processor;
    private final DeadLetteringEventHandlerInvoker letters;
    private final Care care;

    RunningProcessor(
            Work work, PooledStreamingEventProcessor processor, DeadLetteringEventHandlerInvoker letters, Care care) {
        this.work = work;
        this.processor = processor;
        this.letters = letters;
        this.care = care;
    }

    Work work() {
        return work;
    }

    void start() {
        processor.start();
    }

    /** Begins to stop; done when the batch under way is committed and the claim is released. */
    CompletableFuture<Void> stopping() {
        return processor.shutdownAsync();
    }

    /** Returns when the batch under way is committed and the claim is released. */
    void stop() {
        processor.shutDown();
    }

    boolean isWorking() {
        return processor.isRunning() && !processor.processingStatus().isEmpty();
    }

    boolean isFailing() {
        return processor.isError();
    }

    /** Handles the dead letters of this sequence again; true if none of them is left. */
    boolean retry(String sequence) {
        return care.with(() -> letters.process(
                letter -> letter instanceof Letter row && row.sequence().equals(sequence)));
    }
}
