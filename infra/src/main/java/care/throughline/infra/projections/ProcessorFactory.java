package care.throughline.infra.projections;

import care.throughline.infra.database.WorkersConnections;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongFunction;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Assembles pooled processors: each event is applied exactly once, or set aside where an operator sees it. */
final class ProcessorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorFactory.class);

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final WorkersConnections connections;
    private final JdbcClient db;
    private final ParameterResolverFactory parameters;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;
    private final String node;

    /** @param node this node's name, different from every other's */
    ProcessorFactory(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            WorkersConnections connections,
            JdbcClient db,
            ParameterResolverFactory parameters,
            ScheduledExecutorService coordinators,
            ScheduledExecutorService workers,
            String node) {
        this.events = events;
        this.connections = connections;
        this.db = db;
        this.parameters = parameters;
        this.coordinators = coordinators;
        this.workers = workers;
        this.node = node;
    }

    /** @param applied moved forward with every batch and past every event that concerns nobody */
    RunningProcessor create(Work work, Applied applied) {
        Care care = new Care();
        PlatformTransactionManager transactions = connections.of(work.name(), work.schema());
        TransactionManager batches = new BatchTransactions(transactions);
        DeadLetteringEventHandlerInvoker letters =
                letters(work, new Handling(work, parameters, transactions, care), care, batches);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(work.name())
                .messageSource(events)
                .eventHandlerInvoker(new Concerned(letters, new Passage(applied), care))
                .errorHandler(PropagatingErrorHandler.instance())
                .tokenStore(new Positions(db, node, work.edition()))
                .transactionManager(batches)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .initialToken(source -> work.onlyNewEvents() ? source.createHeadToken() : source.createTailToken())
                .batchSize(work.batch())
                .tokenClaimInterval(1_000)
                .claimExtensionThreshold(1_500)
                .build();
        return new RunningProcessor(work, processor, letters, care);
    }

    private DeadLetteringEventHandlerInvoker letters(
            Work work, Handling handling, Care care, TransactionManager batches) {
        return DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(List.of(handling))
                .sequencingPolicy(PerAggregate.POLICY)
                .listenerInvocationErrorHandler((failure, event, handler) -> {
                    throw failure;
                })
                .queue(new DeadLetterTable(db, work.name(), at(events)))
                .enqueuePolicy(setAside(work, care))
                .transactionManager(batches)
                .enableSequenceIdentifierCache()
                .build();
    }

    private static EnqueuePolicy<EventMessage<?>> setAside(Work work, Care care) {
        return (letter, failure) -> {
            if (!care.isDue() || Passing.is(failure)) {
                care.begin();
                LOG.info(
                        "{}: the event at {} spoiled a batch: {}",
                        work.name(),
                        Care.positionOf(letter.message()),
                        Causes.line(failure));
                throw new SpoiledBatch(work.name(), failure);
            }
            LOG.warn(
                    "{}: the event at {} is set aside: {}",
                    work.name(),
                    Care.positionOf(letter.message()),
                    Causes.line(failure));
            return Decisions.enqueue(Causes.of(failure));
        };
    }

    private static LongFunction<EventMessage<?>> at(StreamableMessageSource<TrackedEventMessage<?>> events) {
        return position -> {
            try (BlockingStream<TrackedEventMessage<?>> stream =
                    events.openStream(new GlobalSequenceTrackingToken(position - 1))) {
                return stream.nextAvailable();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading the event of a dead letter", e);
            }
        };
    }
}
