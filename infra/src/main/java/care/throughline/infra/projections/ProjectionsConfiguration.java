package care.throughline.infra.projections;

import care.throughline.command.Automation;
import care.throughline.infra.database.WorkersConnections;
import care.throughline.infra.store.EventsAt;
import care.throughline.query.Batch;
import care.throughline.query.Operations;
import care.throughline.query.Progress;
import care.throughline.query.Projection;
import care.throughline.query.past.Past;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The processors of this node and how operators see them. */
@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    /** This node's name, different from every other's. */
    private final String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService coordinators() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("coordinator-", 1).factory());
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService workers() {
        return Executors.newScheduledThreadPool(
                8, Thread.ofPlatform().name("processor-", 1).factory());
    }

    @Bean
    ProcessorFactory processorFactory(
            EventStore events,
            WorkersConnections connections,
            JdbcClient db,
            ParameterResolverFactory parameters,
            @Qualifier("coordinators") ScheduledExecutorService coordinators,
            @Qualifier("workers") ScheduledExecutorService workers) {
        return new ProcessorFactory(
                events,
                connections,
                db,
                MultiParameterResolverFactory.ordered(new EnvelopeParameters(), parameters),
                coordinators,
                workers,
                node);
    }

    @Bean
    Milestones milestones(
            JdbcClient db,
            WorkersConnections connections,
            @Qualifier("coordinators") ScheduledExecutorService coordinators) {
        TransactionTemplate transaction = new TransactionTemplate(connections.of("milestones", "processing"));
        return new Milestones(db, transaction, coordinators, node);
    }

    @Bean
    Batch batch() {
        return new CollectedRows();
    }

    @Bean
    Generations generations(JdbcClient db, PlatformTransactionManager transactions) {
        return new Generations(db, transactions);
    }

    @Bean
    Processors processors(
            ObjectProvider<Projection> projections,
            ObjectProvider<Automation> automations,
            ProcessorFactory factory,
            Generations generations,
            Milestones milestones,
            @Qualifier("storeHead") LongSupplier head,
            @Qualifier("storeEnd") LongSupplier end,
            @Value("#{'${throughline.db.url:}'.isBlank()}") boolean alone) {
        if (alone) {
            generations.forgetOwners();
        }
        return new Processors(
                projections.orderedStream().toList(),
                automations.orderedStream().toList(),
                factory,
                generations,
                milestones,
                head,
                new StoreEnd(generations, end));
    }

    @Bean
    Progress progress(Processors processors, Generations generations) {
        return new ProjectionProgress(processors, generations);
    }

    @Bean
    Operations operations(
            JdbcClient db,
            TransactionTemplate transaction,
            Processors processors,
            @Qualifier("storeHead") LongSupplier head) {
        return new ProcessorOperations(db, transaction, processors, head);
    }

    @Bean
    Past past(
            ObjectProvider<Projection> projections,
            ParameterResolverFactory parameters,
            PlatformTransactionManager transactions,
            WorkersConnections connections,
            JdbcClient db,
            EventsAt events) {
        PastTables tables = new PastTables(db, transactions);
        ParameterResolverFactory resolvers =
                MultiParameterResolverFactory.ordered(new EnvelopeParameters(), parameters);
        Map<String, PastModel> readModels = projections
                .orderedStream()
                .collect(
                        Collectors.toMap(Projection::name, projection -> new PastModel(projection, resolvers, tables)));
        return new ReplayedPast(readModels, tables, connections, db, events);
    }

    @Bean
    ProcessorsHealth processorsHealth(Processors processors) {
        return new ProcessorsHealth(processors);
    }

    @Bean
    OperationsApi operationsApi(Operations operations) {
        return new OperationsApi(operations);
    }
}
