package care.throughline.infra.projections;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Calls the {@code @EventHandler} methods of one object: rows are collected and written together, or, where {@link Care} asks
 * for it, each event is handled and written within a savepoint of its own.
 */
final class Handling implements EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private final String processor;
    private final AnnotationEventHandlerAdapter handlers;
    private final PlatformTransactionManager transactions;
    private final Care care;

    Handling(Work work, ParameterResolverFactory parameters, PlatformTransactionManager transactions, Care care) {
        this.processor = work.name();
        this.handlers = new AnnotationEventHandlerAdapter(work.handlers(), parameters);
        this.transactions = transactions;
        this.care = care;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        care.handle(event);
        return care.isDue() ? handleInSavepoint(event) : handleInBatch(event);
    }

    private @Nullable Object handleInBatch(EventMessage<?> event) throws Exception {
        CollectedRows.collectIn(CurrentUnitOfWork.get(), rows -> writeOrBeginCare(rows, event));
        return handlers.handle(event);
    }

    private void writeOrBeginCare(Runnable rows, EventMessage<?> first) {
        try {
            rows.run();
        } catch (RuntimeException e) {
            care.begin();
            LOG.info(
                    "{}: what the events from {} on changed together could not be written: {}",
                    processor,
                    Care.positionOf(first),
                    Causes.line(e));
            throw new SpoiledBatch(processor, e);
        }
    }

    private @Nullable Object handleInSavepoint(EventMessage<?> event) throws Exception {
        TransactionStatus savepoint =
                transactions.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        try {
            Object answer = handlers.handle(event);
            transactions.commit(savepoint);
            return answer;
        } catch (Exception | Error e) {
            transactions.rollback(savepoint);
            throw e;
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return handlers.canHandle(event);
    }

    @Override
    public boolean canHandleType(Class<?> payload) {
        return handlers.canHandleType(payload);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public Class<?> getTargetType() {
        return handlers.getTargetType();
    }
}
