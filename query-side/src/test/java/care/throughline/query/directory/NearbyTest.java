package care.throughline.query.directory;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Reach;
import care.throughline.events.directory.Specialty;
import care.throughline.query.directory.FindPerformers.Order;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearbyTest {

    private static final List<Entry> FOUND = List.of(
            performer("far", "10001", 3.0),
            performer("box", "01101", null),
            performer("near", "01109", 9.0),
            performer("here", "01105", null));

    @Test
    void the_distance_is_that_of_the_middles_of_two_areas() {
        assertThat(ZipAreas.miles("10001", "90210").orElseThrow()).isCloseTo(2449, Offset.offset(15.0));
        assertThat(ZipAreas.miles("02139", "01105").orElseThrow()).isCloseTo(78, Offset.offset(3.0));
        assertThat(ZipAreas.miles("01105", "00000")).isEmpty();
    }

    @Test
    void whose_distance_is_not_known_comes_last() {
        assertThat(names(null, "01105", Order.DISTANCE)).containsExactly("here", "near", "far", "box");
        assertThat(names(null, null, Order.DISTANCE)).containsExactly("far", "box", "near", "here");
    }

    @Test
    void who_saw_patients_soonest_comes_first_and_who_saw_nobody_last() {
        assertThat(names(null, null, Order.SEEN)).containsExactly("far", "near", "box", "here");
    }

    @Test
    void open_now_ends_at_the_minute_of_closing() {
        LocalDateTime monday = LocalDateTime.of(2026, 11, 16, 16, 59);
        assertThat(names(monday, null, Order.ROOM)).hasSize(4);
        assertThat(names(monday.plusMinutes(1), null, Order.ROOM)).isEmpty();
        assertThat(names(monday.minusDays(1), null, Order.ROOM)).isEmpty();
    }

    @Test
    void a_distance_says_no_more_than_it_knows() {
        FindPerformers asked = asked(null, "01105", Order.DISTANCE);
        assertThat(Nearby.of(asked, FOUND))
                .extracting(entry -> PerformerWords.distance(asked, entry))
                .containsExactly("same ZIP area", "about 2 miles", "about 120 miles", "not known");
        assertThat(asked(null, "00000", Order.ROOM).isNearUnknown()).isTrue();
    }

    private static List<String> names(@Nullable LocalDateTime at, @Nullable String near, Order order) {
        return Nearby.of(asked(at, near, order), FOUND).stream()
                .map(Entry::name)
                .toList();
    }

    private static FindPerformers asked(@Nullable LocalDateTime at, @Nullable String near, Order order) {
        return new FindPerformers(null, null, null, null, null, at, near, order);
    }

    private static Entry performer(String name, String zip, @Nullable Double seen) {
        OpeningHours hours = new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new Entry(
                "prf_" + name,
                name,
                Specialty.CARDIOLOGY,
                List.of("en"),
                List.of(hours),
                zip,
                "413-555-0142",
                false,
                Capacity.OPEN,
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                Reach.BY_PEOPLE,
                seen,
                seen == null ? 0 : 1,
                null,
                1);
    }
}
