package care.throughline.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoriesTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant MORNING = Instant.parse("2026-11-20T14:00:00Z");

    private final List<Step> steps = Stories.until(MORNING, ZONE, 7);

    @Test
    void the_same_day_and_seed_give_the_same_stories() {
        assertThat(Stories.until(MORNING, ZONE, 7)).isEqualTo(steps);
        assertThat(Stories.until(MORNING, ZONE, 8)).isNotEqualTo(steps);
    }

    @Test
    void about_sixty_people_have_a_story() {
        Set<Person> people = steps.stream()
                .filter(Step.Told.class::isInstance)
                .map(step -> ((Step.Told) step).visit().person())
                .collect(Collectors.toSet());

        assertThat(people).hasSizeBetween(55, 70);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-20T14:00:00Z", "2026-01-01T05:00:01Z", "2028-02-29T04:59:00Z", "2026-03-08T07:30:00Z"})
    void nothing_has_happened_yet_that_lies_ahead_and_all_is_in_order(String now) {
        assertThat(Stories.until(Instant.parse(now), ZONE, 7))
                .extracting(Step::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBefore(Instant.parse(now)));
    }

    @Test
    void every_message_is_framed_in_segments_and_has_a_control_id_of_its_own() {
        List<Step.Told> told = steps.stream()
                .filter(Step.Told.class::isInstance)
                .map(Step.Told.class::cast)
                .toList();

        assertThat(told)
                .allSatisfy(
                        step -> assertThat(step.message()).startsWith("MSH|").endsWith("\r"));
        assertThat(told.stream().map(step -> step.message().split("\\|", -1)[9]))
                .doesNotHaveDuplicates();
    }
}
