package care.throughline.infra.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventNames;
import care.throughline.events.FacilityCode;
import care.throughline.infra.events.Samples.Sample;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events once stored must be readable for ever. A new event, or a new version of one, gets its sample by
 *
 * <pre>mvn test -pl infra -am -Dtest='FrozenSamplesTest#events_without*' -Dsamples.write=true -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * Look at the file and commit it. A sample that is there is never written again: when its test fails, a released event was
 * changed, and what it needs is a version of its own ({@code @EventName(version = 2)}), a new sample and a step in
 * {@link Upcasters}. Only the sample of an event that no installation ever stored may be deleted and written anew.
 */
class FrozenSamplesTest {

    static List<Sample> samples() throws IOException {
        return Samples.all();
    }

    static List<Sample> current() throws IOException {
        return samples().stream().filter(Sample::isCurrent).toList();
    }

    @Test
    @EnabledIfSystemProperty(named = "samples.write", matches = "true")
    void events_without_a_sample_get_one_when_asked_for() throws IOException {
        for (Class<?> event : withoutSample()) {
            Samples.write(event);
        }
        assertThat(withoutSample()).isEmpty();
    }

    @Test
    void every_event_has_a_frozen_sample() {
        assertThat(withoutSample())
                .as("events without a frozen sample of their version; write them with -Dsamples.write=true as the"
                        + " comment on FrozenSamplesTest says, look at them and commit them")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_belongs_to_an_event_that_can_still_be_read(Sample sample) {
        assertThat(EventNames.typeOf(sample.name()))
                .as("released events are never removed or renamed: keep the record")
                .hasValueSatisfying(type -> assertThat(Lifted.from(sample)).isInstanceOf(type));
    }

    @ParameterizedTest
    @MethodSource("current")
    void a_sample_is_read_in_full(Sample sample) {
        assertThat(Missing.in(Lifted.from(sample)))
                .as("%s does not tell these: the event was changed and needs a version of its own", sample)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("current")
    void a_sample_is_written_as_it_was(Sample sample) {
        assertThat(writtenAgain(Lifted.from(sample)))
                .as("%s is stored differently now: the event was changed and needs a version of its own", sample)
                .isEqualTo(Samples.opened(sample.json()));
    }

    @Test
    void a_sample_is_never_overwritten() {
        Class<?> event = EventNames.all().get(0);
        assertThatThrownBy(() -> Samples.write(event)).isInstanceOf(FileAlreadyExistsException.class);
    }

    record Told(FacilityCode facility, int times, Instant occurredAt) {}

    record WithMore(
            FacilityCode facility, int times, @Nullable String note, Instant occurredAt) {}

    record WithLess(FacilityCode facility, Instant occurredAt) {}

    record Renamed(FacilityCode hospital, int times, Instant occurredAt) {}

    record Retyped(FacilityCode facility, boolean times, Instant occurredAt) {}

    @Test
    void a_changed_record_is_noticed() {
        ObjectNode sample = Samples.JSON.valueToTree(SampleValues.of(Told.class));
        assertThat(Missing.in(Samples.JSON.treeToValue(sample, Told.class))).isEmpty();
        assertThat(Missing.in(Samples.JSON.treeToValue(sample, WithMore.class))).containsExactly("/note");
        assertThat(writtenAgain(Samples.JSON.treeToValue(sample, WithLess.class)))
                .isNotEqualTo(sample);
        assertThatThrownBy(() -> Samples.JSON.treeToValue(sample, Renamed.class))
                .hasMessageContaining("hospital");
        assertThatThrownBy(() -> Samples.JSON.treeToValue(sample, Retyped.class))
                .hasMessageContaining("times");
    }

    private static JsonNode writtenAgain(Object event) {
        return Samples.opened(Samples.JSON.readTree(Samples.JSON.writeValueAsBytes(event)));
    }

    private static List<Class<? extends DomainEvent>> withoutSample() {
        return EventNames.all().stream()
                .filter(event -> Files.notExists(Samples.fileOf(event)))
                .toList();
    }
}
