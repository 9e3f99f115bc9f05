package care.throughline.infra.projections;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Takes every event, also those nobody handles, so that the stored position is exact; tells of each batch when it is committed. */
final class EveryEvent implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final Applied applied;

    EveryEvent(EventHandlerInvoker handlers, Applied applied) {
        this.handlers = handlers;
        this.applied = applied;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public boolean canHandleType(Class<?> payload) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (handlers.canHandle(event, segment)) {
            handlers.handle(event, segment);
        }
        long position = Care.positionOf(event);
        CurrentUnitOfWork.get().afterCommit(committed -> applied.advanceTo(position));
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
        handlers.segmentReleased(segment);
    }
}
