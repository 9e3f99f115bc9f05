package care.throughline.infra.projections;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Takes the events that somebody handles and lets the others pass, which then need no transaction; tells of both how far they
 * are. See the decision record on events that pass.
 */
final class Concerned implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final Passage passage;
    private final Care care;

    Concerned(EventHandlerInvoker handlers, Passage passage, Care care) {
        this.handlers = handlers;
        this.passage = passage;
        this.care = care;
    }

    /** Asked once for each event of the stream, in its order. */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        boolean concerns = handlers.canHandle(event, segment);
        passage.see(Care.positionOf(event), concerns);
        return concerns;
    }

    @Override
    public boolean canHandleType(Class<?> payload) {
        return handlers.canHandleType(payload);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        handlers.handle(event, segment);
        long position = Care.positionOf(event);
        CurrentUnitOfWork.get().afterCommit(committed -> {
            care.endAt(position);
            passage.commit(position);
        });
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void performReset() {
        throw new UnsupportedOperationException("a read model is rebuilt beside the old one, not reset");
    }

    @Override
    public <R> void performReset(R context) {
        performReset();
    }

    @Override
    public void segmentReleased(Segment segment) {
        passage.interrupt();
        handlers.segmentReleased(segment);
    }
}
