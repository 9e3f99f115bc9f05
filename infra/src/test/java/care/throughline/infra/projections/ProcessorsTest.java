package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.infra.testing.Dump;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ThroughlineTest
@SuppressWarnings("NullAway.Init") // started before each test
class ProcessorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private final String name = "notebook_" + Long.toHexString(UUID.randomUUID().getMostSignificantBits() >>> 32);
    private final Map<String, Long> sequences = new HashMap<>();
    private Processors processors;
    private Operations operations;

    @BeforeEach
    void open_the_notebook() {
        start(1);
    }

    @AfterEach
    void close_the_notebook() {
        processors.stop();
        Notebook.POISONOUS.clear();
        transaction.executeWithoutResult(status -> {
            db.sql("drop schema if exists " + name + " cascade").update();
            db.sql("delete from processing.position where processor = ?")
                    .param(name)
                    .update();
            db.sql("delete from processing.dead_letter where processor = ?")
                    .param(name)
                    .update();
        });
    }

    @Test
    void every_event_is_applied_once_and_the_position_is_exact() {
        tell("pat_a", 3);
        tell("pat_b", 700);
        settle();
        assertThat(lines("pat_a")).isEqualTo(3);
        assertThat(lines("pat_b")).isEqualTo(700);
        assertThat(generations.positionOf(name)).isEqualTo(head.getAsLong());
    }

    @Test
    void events_that_do_not_concern_it_are_passed_and_soon_noted_for_other_nodes() {
        tell("pat_a", 1);
        store.publish(new GenericDomainEventMessage<>(
                "Patient", name + "_other", 0, new PatientEvent.Registered(new PatientId("pat_b"), Instant.EPOCH)));
        settle();
        assertThat(lines("pat_a")).isEqualTo(1);
        Eventually.holds("its position is noted", () -> generations.positionOf(name) == head.getAsLong());
    }

    @Test
    void a_poisonous_event_waits_with_those_behind_it_while_others_go_on_and_a_retry_heals() {
        tell("pat_before", 2);
        Notebook.POISONOUS.add("pat_poison");
        tell("pat_poison", 3);
        tell("pat_other", 5);
        settle();
        assertThat(lines("pat_other")).isEqualTo(5);
        assertThat(lines("pat_poison")).isZero();
        assertThat(lettersOf("pat_poison")).hasSize(3);
        Operations.DeadLetter first = lettersOf("pat_poison").get(0);
        assertThat(first.eventName()).isEqualTo("careteam.CoordinatorAssigned");
        assertThat(first.cause()).startsWith("SQL state 23502, table line, column aggregate");

        assertThat(operations.retry(first.id())).isFalse();
        Notebook.POISONOUS.clear();
        assertThat(operations.retry(first.id())).isTrue();
        assertThat(lettersOf("pat_poison")).isEmpty();
        assertThat(lines("pat_poison")).isEqualTo(3);
        tell("pat_poison", 1);
        settle();
        assertThat(lines("pat_poison")).isEqualTo(4);
    }

    @Test
    void a_discarded_event_leaves_its_reason_behind() {
        Notebook.POISONOUS.add("pat_discard");
        tell("pat_discard", 1);
        settle();
        long letter = lettersOf("pat_discard").get(0).id();
        operations.discard(letter, "sent twice", "olga");
        assertThat(lettersOf("pat_discard")).isEmpty();
        assertThat(db.sql("select reason || ' ' || discarded_by from processing.discarded_letter where id = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("sent twice olga");
    }

    @Test
    void twenty_restarts_around_a_poisonous_event_skip_nothing_and_double_nothing() {
        Notebook.POISONOUS.add("pat_poison");
        tell("pat_poison", 1);
        for (int restart = 0; restart < 20; restart++) {
            tell("pat_restart", 25);
            tell("pat_poison", 1);
            processors.stop();
            start(1);
        }
        settle();
        assertThat(lines("pat_restart")).isEqualTo(500);
        assertThat(lettersOf("pat_poison")).hasSize(21);
        Notebook.POISONOUS.clear();
        assertThat(operations.retryAll(name)).isZero();
        assertThat(lines("pat_poison")).isEqualTo(21);
    }

    @Test
    void a_rebuilt_read_model_equals_the_live_one_byte_for_byte() {
        IntStream.range(0, 30).forEach(patient -> tell("pat_rebuild" + patient, 40));
        settle();
        Map<String, List<String>> live = new Dump(db).of(name);
        operations.rebuild(name);
        awaitRebuilt();
        assertThat(new Dump(db).of(name)).isEqualTo(live);
        tell("pat_rebuild0", 1);
        settle();
        assertThat(lines("pat_rebuild0")).isEqualTo(41);
    }

    @Test
    void a_read_model_of_an_older_edition_serves_until_it_is_rebuilt() {
        tell("pat_old", 4);
        settle();
        processors.stop();
        start(2);
        awaitRebuilt();
        settle();
        assertThat(db.sql("select distinct written from %s.line where aggregate like '%%pat_old'".formatted(name))
                        .query(String.class)
                        .list())
                .containsExactly("CoordinatorAssigned v2");
        assertThat(operations.processors())
                .singleElement()
                .satisfies(processor -> assertThat(processor.edition()).startsWith("2-"));
    }

    private void start(int version) {
        processors = new Processors(
                List.of(new Notebook(db, new CollectedRows(), name, version)),
                List.of(),
                factory,
                generations,
                milestones,
                head,
                new StoreEnd(generations, end));
        operations = new ProcessorOperations(db, transaction, processors, head);
        processors.start();
    }

    private void tell(String patient, int times) {
        store.publish(IntStream.range(0, times).mapToObj(time -> event(patient)).toList());
    }

    private EventMessage<?> event(String patient) {
        CareTeamEvent assigned = new CareTeamEvent.CoordinatorAssigned(
                new PatientId(patient), new StaffId("maria"), new StaffId("sam"), Instant.EPOCH);
        long sequence = sequences.merge(patient, 1L, Long::sum) - 1;
        return new GenericDomainEventMessage<>("CareTeam", name + patient, sequence, assigned);
    }

    private void settle() {
        assertThat(new ProjectionProgress(processors, generations).await(name, head.getAsLong(), PATIENCE))
                .isTrue();
    }

    private void awaitRebuilt() {
        ProjectionProgress progress = new ProjectionProgress(processors, generations);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!processors.find(name).flatMap(Slot::rebuilding).orElseThrow().isOver()) {
            progress.await(name, Long.MAX_VALUE, Duration.ofMillis(50));
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private int lines(String patient) {
        return db.sql("select count(*) from %s.line where aggregate = ?".formatted(name))
                .param(name + patient)
                .query(Integer.class)
                .single();
    }

    private List<Operations.DeadLetter> lettersOf(String patient) {
        return operations.deadLetters().stream()
                .filter(letter -> letter.aggregateId().equals(name + patient))
                .toList();
    }
}
