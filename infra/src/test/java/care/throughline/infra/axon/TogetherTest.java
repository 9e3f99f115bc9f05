package care.throughline.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.patient.IdentifierCommand.Claim;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.events.IdentifierKey;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several commands of one piece of work, stored as one. */
@ThroughlineTest
class TogetherTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T12:00:00Z");
    private static final Map<String, String> TOLD =
            Map.of(Meta.ACTOR, "system:test", Meta.CORRELATION, "it-began-here");

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcClient db;

    private final PatientId one = patient();
    private final PatientId other = patient();

    @Test
    void what_they_cause_is_stored_side_by_side_each_with_its_own_cause() {
        commands.together(() -> {
            commands.send(new Register(one, MONDAY), TOLD);
            commands.send(new ReportDeath(one, null, MONDAY), TOLD);
            return commands.send(new Register(other, MONDAY), TOLD);
        });

        List<Stored> stored = stored();
        assertThat(stored)
                .extracting(Stored::name)
                .containsExactly("patient.Registered", "patient.DeathRecorded", "patient.Registered");
        long first = stored.getFirst().position();
        assertThat(stored).extracting(Stored::position).containsExactly(first, first + 1, first + 2);
        assertThat(stored).extracting(Stored::cause).doesNotHaveDuplicates();
        assertThat(stored).extracting(Stored::correlation).containsOnly("it-began-here");
    }

    @Test
    void the_position_they_answer_with_is_that_of_all() {
        Commands.Together<String> done = commands.together(() -> {
            commands.send(new Register(one, MONDAY), TOLD);
            commands.send(new Register(other, MONDAY), TOLD);
            return "done";
        });

        assertThat(done.answer()).isEqualTo("done");
        assertThat(done.recorded().position())
                .isGreaterThanOrEqualTo(stored().getLast().position());
    }

    @Test
    void when_one_is_refused_nothing_of_the_others_is_left_and_they_can_be_sent_again() {
        assertThatThrownBy(() -> commands.together(() -> {
                    commands.send(new Register(one, MONDAY), TOLD);
                    return commands.send(new Unmerge(other, "never merged", MONDAY), TOLD);
                }))
                .isInstanceOf(Rejected.class);
        assertThat(stored()).isEmpty();

        commands.send(new Register(one, MONDAY), TOLD);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void those_who_wait_for_each_other_crosswise_both_come_through() throws Exception {
        List<Callable<PatientId>> crosswise = new ArrayList<>();
        IdentifierKey left = key();
        IdentifierKey right = key();
        for (int i = 0; i < 16; i++) {
            List<IdentifierKey> order = i % 2 == 0 ? List.of(left, right) : List.of(right, left);
            crosswise.add(() -> claimBoth(order));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(crosswise.size())) {
            List<PatientId> owners = new ArrayList<>();
            for (Future<PatientId> owner : threads.invokeAll(crosswise)) {
                owners.add(owner.get());
            }
            assertThat(owners).containsOnly(owners.getFirst());
        }
    }

    private PatientId claimBoth(List<IdentifierKey> order) {
        return commands.together(() -> {
                    PatientId owner =
                            commands.ask(new Claim(order.getFirst(), patient(), MONDAY), TOLD, PatientId.class);
                    return commands.ask(new Claim(order.getLast(), owner, MONDAY), TOLD, PatientId.class);
                })
                .answer();
    }

    private List<Stored> stored() {
        return db.sql("""
                select position, name, convert_from(metadata, 'UTF8')::jsonb ->> 'causationId' as cause,
                    convert_from(metadata, 'UTF8')::jsonb ->> 'correlationId' as correlation
                from store.event where aggregate_id in (?, ?) order by position
                """)
                .params(one.value(), other.value())
                .query(Stored.class)
                .list();
    }

    /** An event as it is stored. */
    record Stored(long position, String name, String cause, String correlation) {}

    private static PatientId patient() {
        return new PatientId(PatientId.PREFIX + UUID.randomUUID());
    }

    private static IdentifierKey key() {
        return new IdentifierKey(IdentifierKey.PREFIX + UUID.randomUUID());
    }
}
