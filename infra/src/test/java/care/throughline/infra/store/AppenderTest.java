package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.testing.PostgresForTests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class AppenderTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    private final Head head = new Head();
    private final DataSource dataSource = POSTGRES.as("throughline_app");
    private final Appender appender =
            new Appender(dataSource, head::advanceTo, Duration.ofSeconds(5), StoreNode.METERS);

    @BeforeEach
    void start_from_nothing() {
        JdbcTemplate owner = new JdbcTemplate(POSTGRES.owner());
        owner.execute("alter table store.event disable trigger all; truncate store.event;"
                + " alter table store.event enable trigger all");
    }

    @AfterEach
    void stop() {
        appender.close();
    }

    @Test
    void positions_count_from_zero_without_gaps() {
        assertThat(appender.append(Told.story("a", 3))).isEqualTo(2);
        assertThat(appender.append(Told.story("b", 1))).isEqualTo(3);

        assertThat(positions()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(head.position()).isEqualTo(3);
    }

    @Test
    void a_conflict_fails_only_its_own_command_and_leaves_no_gap() throws Exception {
        appender.append(Told.story("taken", 2));

        List<Future<Long>> answers = together(IntStream.range(0, 40)
                .<Callable<Long>>mapToObj(i ->
                        () -> appender.append(i % 4 == 0 ? List.of(Told.event("taken", 1)) : Told.story("free" + i, 1)))
                .toList());

        for (int i = 0; i < 40; i++) {
            Future<Long> answer = answers.get(i);
            if (i % 4 == 0) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ConcurrencyException.class);
            } else {
                assertThat(answer.get()).isPositive();
            }
        }
        assertThat(positions()).containsExactlyElementsOf(upTo(32));
    }

    @Test
    void creating_what_exists_is_told_apart_from_a_conflict() {
        appender.append(Told.story("a", 2));

        assertThatThrownBy(() -> appender.append(Told.story("a", 1)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> appender.append(List.of(Told.event("a", 1)))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_command_is_stored_whole_or_not_at_all() {
        appender.append(Told.story("a", 2));

        assertThatThrownBy(() -> appender.append(List.of(Told.event("b", 0), Told.event("a", 1), Told.event("c", 0))))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(positions()).containsExactly(0L, 1L);
    }

    @Test
    void what_the_database_cannot_hold_fails_only_its_own_command() {
        assertThatThrownBy(() -> appender.append(List.of(Told.event("a", 0, "no\0name"))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("not stored");

        assertThat(appender.append(Told.story("b", 1))).isZero();
    }

    @Test
    void an_event_is_never_stored_twice() {
        NewEvent event = Told.event("a", 0);
        appender.append(List.of(event));
        NewEvent again = new NewEvent(
                event.id(), "Test", "a", 1, event.name(), event.version(), event.payload(), event.metadata());

        assertThatThrownBy(() -> appender.append(List.of(again)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("stored already");
    }

    @Test
    void closing_stores_what_waits_and_refuses_what_is_new() throws Exception {
        List<Future<Long>> answers = together(IntStream.range(0, 20)
                .<Callable<Long>>mapToObj(i -> () -> appender.append(Told.story("a" + i, 1)))
                .toList());
        appender.close();

        for (Future<Long> answer : answers) {
            assertThat(answer.get()).isNotNegative();
        }
        assertThatThrownBy(() -> appender.append(Told.story("late", 1))).isInstanceOf(EventStoreException.class);
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_happened() {
        appender.append(Told.story("a", 1));
        JdbcTemplate application = new JdbcTemplate(dataSource);
        JdbcTemplate owner = new JdbcTemplate(POSTGRES.owner());

        for (String change : List.of("update store.event set name = 'x'", "delete from store.event")) {
            assertThatThrownBy(() -> application.execute(change)).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> owner.execute(change)).hasStackTraceContaining("append only");
        }
        assertThatThrownBy(() -> new JdbcTemplate(POSTGRES.as("throughline_query"))
                        .update("insert into store.event select * from store.event"))
                .hasStackTraceContaining("permission denied");
    }

    private List<Long> positions() {
        return new JdbcTemplate(dataSource)
                .queryForList("select position from store.event order by position", Long.class);
    }

    private static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    private static List<Future<Long>> together(List<Callable<Long>> commands) throws InterruptedException {
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            return clients.invokeAll(commands);
        }
    }
}
