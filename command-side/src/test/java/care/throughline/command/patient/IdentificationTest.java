package care.throughline.command.patient;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.CommandSide;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.events.PatientId;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentificationTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-06T12:00:00Z");

    private final CommandSide side = new CommandSide(Clock.fixed(TUESDAY, ZoneOffset.UTC), ZoneOffset.UTC);
    private final AtomicInteger ids = new AtomicInteger();
    private final Identification people = new Identification(
            side, parts -> String.join("-", parts), () -> new PatientId("pat_" + ids.incrementAndGet()));

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void the_same_numbers_always_lead_to_the_same_record() {
        PatientId first = identify("R1", "H1");
        int events = side.events().size();
        assertThat(identify("H1", "R1")).isEqualTo(first);
        assertThat(identify("H1")).isEqualTo(first);
        assertThat(side.events()).hasSize(events);
    }

    @Test
    void a_new_number_beside_a_known_one_belongs_to_the_same_record() {
        PatientId first = identify("R1");
        assertThat(identify("A1", "R1")).isEqualTo(first);
        assertThat(identify("A1")).isEqualTo(first);
    }

    @Test
    void two_records_shown_to_be_one_by_one_message_are_linked() {
        PatientId one = identify("H1");
        PatientId other = identify("H2");
        assertThat(identify("H1", "H2")).isIn(one, other);
        assertThat(root(one)).isEqualTo(root(other));
        assertThat(merges()).extracting(MergedInto::kind).containsExactly(MergeKind.SAME_IDENTIFIERS);
    }

    @Test
    void a_number_retired_before_anybody_knew_it_leads_to_the_survivor_later() {
        PatientId survivor = identify("H1");
        people.merge(survivor, number("H9"), MONDAY, Map.of());
        assertThat(root(identify("H9"))).isEqualTo(survivor);
    }

    @Test
    void merges_in_a_chain_end_the_same_in_both_orders() {
        PatientId a = identify("HA");
        PatientId b = identify("HB");
        PatientId c = identify("HC");
        people.merge(c, number("HB"), TUESDAY, Map.of());
        people.merge(b, number("HA"), MONDAY, Map.of());
        assertThat(List.of(root(a), root(b), root(c))).containsOnly(c);
        assertThat(merges()).extracting(MergedInto::survivor).containsExactly(c, b);
    }

    @Test
    void a_merge_against_an_earlier_one_draws_no_ring() {
        PatientId a = identify("HA");
        PatientId b = identify("HB");
        people.merge(a, number("HB"), MONDAY, Map.of());
        people.merge(b, number("HA"), TUESDAY, Map.of());
        assertThat(merges()).hasSize(1);
        assertThat(root(b)).isEqualTo(a);
    }

    @Test
    void a_number_of_ones_own_is_only_retired() {
        PatientId a = identify("HA", "HB");
        people.merge(a, number("HB"), MONDAY, Map.of());
        assertThat(merges()).isEmpty();
    }

    @Test
    void what_was_unmerged_is_not_linked_again_by_a_message_with_both_numbers() {
        PatientId a = identify("HA");
        PatientId b = identify("HB");
        people.merge(a, number("HB"), MONDAY, Map.of());
        side.send(new Unmerge(b, "sisters", TUESDAY));
        identify("HA", "HB");
        assertThat(root(a)).isNotEqualTo(root(b));
    }

    @Test
    void many_who_tell_of_the_same_person_at_once_find_one_person() throws Exception {
        List<Callable<PatientId>> callers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            List<String> numbers = List.of("R7", "H" + i % 4);
            callers.add(() -> identify(numbers.toArray(String[]::new)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<PatientId> found : threads.invokeAll(callers)) {
                assertThat(root(found.get())).isEqualTo(root(identify("R7")));
            }
        }
    }

    private PatientId identify(String... numbers) {
        List<Identifier> identifiers =
                List.of(numbers).stream().map(IdentificationTest::number).toList();
        return people.identify(identifiers, MONDAY, Map.of());
    }

    private PatientId root(PatientId record) {
        return new Survivors(side).rootOf(record, Map.of());
    }

    private List<MergedInto> merges() {
        return side.events().stream()
                .filter(MergedInto.class::isInstance)
                .map(MergedInto.class::cast)
                .toList();
    }

    private static Identifier number(String value) {
        return new Identifier("RVBND", value, Identifier.Type.MR);
    }
}
