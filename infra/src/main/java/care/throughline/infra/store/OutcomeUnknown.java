package care.throughline.infra.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The store could not be asked in time whether it kept the events; whoever sends the command again finds out. */
public final class OutcomeUnknown extends EventStoreException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(Throwable cause) {
        super(
                "The store was lost while committing and did not come back in time to say whether it kept the events",
                cause);
    }
}
