package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.testing.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class AppenderInDoubtTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    private final FaultyDataSource faulty = new FaultyDataSource(POSTGRES.as("throughline_app"));

    @Test
    void a_commit_whose_answer_was_lost_is_acknowledged_once() {
        faulty.nextCommitMeets(real -> {
            real.commit();
            throw FaultyDataSource.connectionLost();
        });
        try (Appender appender = appender(Duration.ofSeconds(5))) {
            long last = appender.append(Told.story("answer lost", 2));
            assertThat(positionsOf("answer lost")).containsExactly(last - 1, last);
        }
    }

    @Test
    void a_commit_that_never_arrived_is_done_again() {
        faulty.nextCommitMeets(real -> {
            throw FaultyDataSource.connectionLost();
        });
        try (Appender appender = appender(Duration.ofSeconds(5))) {
            long last = appender.append(Told.story("commit lost", 2));
            assertThat(positionsOf("commit lost")).containsExactly(last - 1, last);
        }
    }

    @Test
    void a_server_that_cuts_the_connection_mid_way_is_asked_again() {
        faulty.nextCommitMeets(real -> {
            Integer pid = new JdbcTemplate(new SingleConnectionDataSource(real, true))
                    .queryForObject("select pg_backend_pid()", Integer.class);
            new JdbcTemplate(POSTGRES.owner()).queryForList("select pg_terminate_backend(?, 5000)", Boolean.class, pid);
            real.commit();
        });
        try (Appender appender = appender(Duration.ofSeconds(5))) {
            long last = appender.append(Told.story("terminated", 2));
            assertThat(positionsOf("terminated")).containsExactly(last - 1, last);
        }
    }

    @Test
    void what_cannot_be_found_out_is_called_unknown() {
        try (Appender appender = appender(Duration.ofMillis(200))) {
            faulty.commitsMeet(real -> {
                real.commit();
                faulty.goAway();
                throw FaultyDataSource.connectionLost();
            });
            assertThatThrownBy(() -> appender.append(Told.story("unknown", 1))).isInstanceOf(OutcomeUnknown.class);
        }
    }

    @Test
    void without_a_database_a_command_is_refused_in_time_and_certainly_not_stored() {
        DelegatingDataSource nothing = new DelegatingDataSource(faulty) {
            @Override
            public Connection getConnection() throws SQLException {
                throw FaultyDataSource.connectionLost();
            }
        };
        try (Appender appender = new Appender(nothing, position -> {}, Duration.ofMillis(100), StoreNode.METERS)) {
            assertThatThrownBy(() -> appender.append(Told.story("nowhere", 1)))
                    .isInstanceOf(EventStoreException.class)
                    .isNotInstanceOf(OutcomeUnknown.class)
                    .hasMessageContaining("Nothing was stored");
        }
    }

    private Appender appender(Duration patience) {
        return new Appender(faulty, position -> {}, patience, StoreNode.METERS);
    }

    private List<Long> positionsOf(String aggregate) {
        return new JdbcTemplate(POSTGRES.owner())
                .queryForList(
                        "select position from store.event where aggregate_id = ? order by position",
                        Long.class,
                        aggregate);
    }
}
