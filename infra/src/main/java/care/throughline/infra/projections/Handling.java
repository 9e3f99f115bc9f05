package care.throughline.infra.projections;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Calls the {@code @EventHandler} methods of one object, within a savepoint where {@link Care} asks for it. */
final class Handling implements EventMessageHandler {

    private final AnnotationEventHandlerAdapter handlers;
    private final PlatformTransactionManager transactions;
    private final Care care;

    Handling(Object target, ParameterResolverFactory parameters, PlatformTransactionManager transactions, Care care) {
        this.handlers = new AnnotationEventHandlerAdapter(target, parameters);
        this.transactions = transactions;
        this.care = care;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        return care.isDueFor(event) ? handleInSavepoint(event) : handlers.handle(event);
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
