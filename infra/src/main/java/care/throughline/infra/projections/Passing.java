package care.throughline.infra.projections;

import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Errors that pass by themselves: they are about the database or the moment, not about the event, which is then not set aside. */
final class Passing {

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            AxonTransientException.class,
            EventStoreException.class,
            NonTransientDataAccessResourceException.class,
            RecoverableDataAccessException.class,
            SQLRecoverableException.class,
            SQLTransientException.class,
            TransactionException.class,
            TransientDataAccessException.class);

    private Passing() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable seen = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(seen))) {
                return true;
            }
        }
        return false;
    }
}
