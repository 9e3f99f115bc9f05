package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Automation;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.infra.testing.Dump;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The events were restored, and what was made of them was not: it knows of more than the store holds. */
@ThroughlineTest
@SuppressWarnings("NullAway.Init") // started by each test
class AheadOfTheStoreTest {

    private static final long LOST = 40;

    @Autowired
    private EventStore store;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ProcessorFactory factory;

    @Autowired
    private Generations generations;

    @Autowired
    private Milestones milestones;

    @Autowired
    @Qualifier("storeHead") private LongSupplier head;

    @Autowired
    @Qualifier("storeEnd") private LongSupplier end;

    private final String suffix = Long.toHexString(UUID.randomUUID().getMostSignificantBits() >>> 32);
    private final String model = "ahead_" + suffix;
    private final Handover automation = new Handover("hand_over_" + suffix);
    private Processors processors;
    private Operations operations;

    @AfterEach
    void close_the_notebook() {
        processors.stop();
        change("drop schema if exists " + model + " cascade");
        change("delete from processing.position where processor in ('%s', '%s')".formatted(model, automation.name()));
    }

    @Test
    void it_is_refused_at_the_start_and_says_so_everywhere() {
        restoreTheEventsAlone();
        assertThat(operations.processors()).hasSize(2).allSatisfy(processor -> {
            assertThat(processor.aheadEvents()).isEqualTo(LOST);
            assertThat(processor.running()).isFalse();
        });
        assertThat(new ProcessorsHealth(processors).health())
                .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.DOWN))
                .satisfies(health ->
                        assertThat(health.getDetails().get("ahead")).isEqualTo(List.of(automation.name(), model)));
        assertThat(new ProjectionProgress(processors, generations).position(model))
                .as("nobody's own write is believed to be there")
                .isLessThan(end.getAsLong());
    }

    @Test
    void it_stays_refused_when_other_events_have_come_up_to_its_position() {
        restoreTheEventsAlone();
        tell("pat_after", (int) LOST + 20);
        processors.stop();
        start();
        assertThat(processors.refused()).containsExactly(automation.name(), model);
        assertThat(operations.processors())
                .allSatisfy(processor -> assertThat(processor.aheadEvents()).isPositive());
        operations.heal();
        Eventually.holds("nothing is skipped", () -> lines("pat_after") == LOST + 20);
    }

    @Test
    void healed_a_read_model_is_what_it_would_be_had_the_lost_events_never_been() {
        Map<String, List<String>> live = restoreTheEventsAlone();
        assertThat(new Dump(db).of(model)).isNotEqualTo(live);
        assertThat(operations.heal()).containsExactly(automation.name(), model);
        Eventually.holds("it runs again", () -> processors.refused().isEmpty());
        assertThat(new ProjectionProgress(processors, generations)
                        .await(model, end.getAsLong(), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(new Dump(db).of(model)).isEqualTo(live);
        tell("pat_after", 3);
        Eventually.holds("it goes on", () -> lines("pat_after") == 3);
        Eventually.holds("the automation goes on", () -> automation.seen.contains("pat_after"));
        assertThat(new ProcessorsHealth(processors).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void what_another_node_has_healed_goes_on_here_by_itself() {
        restoreTheEventsAlone();
        generations.setBack(automation.name(), end.getAsLong());
        assertThat(operations.processors())
                .filteredOn(processor -> processor.name().equals(automation.name()))
                .singleElement()
                .satisfies(processor -> assertThat(processor.aheadEvents()).isZero());
        tell("pat_elsewhere", 1);
        Eventually.holds("it goes on", () -> automation.seen.contains("pat_elsewhere"));
    }

    /** Whoever looks at the operations page looks again and again, also while the heal puts the filled one in the place of the other. */
    @Test
    void what_is_healed_while_somebody_judges_it_stays_healed() {
        restoreTheEventsAlone();
        generations.setBack(model, end.getAsLong() + LOST);
        Slot slot = processors.find(model).orElseThrow();
        AtomicInteger looks = new AtomicInteger();
        LongSupplier whileItIsHealed = () -> {
            if (looks.getAndIncrement() == 0) {
                generations.setBack(model, end.getAsLong());
            }
            return end.getAsLong();
        };

        new StoreEnd(generations, whileItIsHealed).judge(slot);

        assertThat(slot.beyond()).isZero();
        assertThat(generations.standingOf(model).refused()).isFalse();
    }

    /** Returns what the read model was before it heard of what the store has lost since. */
    private Map<String, List<String>> restoreTheEventsAlone() {
        start();
        tell("pat_before", 5);
        Eventually.holds("all is applied", () -> generations.positionOf(model) == end.getAsLong());
        Eventually.holds("both are", () -> generations.positionOf(automation.name()) == end.getAsLong());
        Map<String, List<String>> live = new Dump(db).of(model);
        processors.stop();
        change("insert into %s.line (position, aggregate, written) values (%d, 'pat_lost', 'never was')"
                .formatted(model, end.getAsLong() + LOST));
        change("update processing.position set position = %d, owner = null where processor in ('%s', '%s')"
                .formatted(end.getAsLong() + LOST, model, automation.name()));
        start();
        return live;
    }

    private void start() {
        processors = new Processors(
                List.of(new Notebook(db, new CollectedRows(), model, 1)),
                List.of(automation),
                factory,
                generations,
                milestones,
                head,
                new StoreEnd(generations, end));
        operations = new ProcessorOperations(db, transaction, processors, head);
        processors.start();
    }

    private void tell(String patient, int times) {
        CareTeamEvent assigned = new CareTeamEvent.CoordinatorAssigned(
                new PatientId(patient), new StaffId("maria"), new StaffId("sam"), Instant.EPOCH);
        store.publish(IntStream.range(0, times)
                .mapToObj(time -> new GenericDomainEventMessage<>("CareTeam", model + patient, time, assigned))
                .toList());
    }

    private int lines(String patient) {
        return db.sql("select count(*) from %s.line where aggregate = ?".formatted(model))
                .param(model + patient)
                .query(Integer.class)
                .single();
    }

    private void change(String sql) {
        transaction.executeWithoutResult(status -> db.sql(sql).update());
    }

    /** Remembers of whom it heard. */
    static final class Handover implements Automation {

        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final String name;

        Handover(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @EventHandler
        void on(CareTeamEvent.CoordinatorAssigned assigned) {
            seen.add(assigned.patient().value());
        }
    }
}
