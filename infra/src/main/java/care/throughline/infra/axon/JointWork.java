package care.throughline.infra.axon;

import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work around several commands, so that the store gets all they cause as one append. What they loaded stays
 * locked until then; who would wait in a ring is refused and tries again.
 */
final class JointWork {

    private static final String JOINT = JointWork.class.getName();

    private JointWork() {}

    /** Whether this thread is within one: a command sent now belongs to it. */
    static boolean isUnderWay() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root().getResource(JOINT) != null;
    }

    /** Does the work and stores what came of it.
     *
     * @param cause the message that is being handled, if any
     */
    static <R> R run(@Nullable Message<?> cause, Supplier<R> work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(cause);
        unit.resources().put(JOINT, true);
        ResultMessage<R> result = unit.executeWithResult(work::get, RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw CommandsOverBus.asRuntime(result.exceptionResult());
        }
        return result.getPayload();
    }
}
