package care.throughline.infra.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent.HandoffDeclined;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.Test;

/**
 * How an event changes after its release. Imagine that version 0 of {@code careteam.HandoffDeclined} called the reason
 * {@code why} and did not say who declined: raise the version at the record, add its new sample, and write one step.
 */
class UpcastingTest {

    private static final EventUpcaster STEP = new VersionStep("careteam.HandoffDeclined", 0, json -> {
        json.set("reason", json.remove("why"));
        json.put("to", "unknown");
    });

    private static final String BEFORE = """
            {"patient":"pat_sample","from":"nora.quinn","why":{"subject":"pat_sample","sealed":null},\
            "occurredAt":"2026-03-04T15:30:00Z"}""";

    @Test
    void an_event_of_an_earlier_version_is_lifted_to_the_one_of_today() {
        assertThat(Lifted.from("careteam.HandoffDeclined", 0, BEFORE, List.of(STEP)))
                .isEqualTo(new HandoffDeclined(
                        new PatientId("pat_sample"),
                        new StaffId("nora.quinn"),
                        new StaffId("unknown"),
                        Personal.forgotten("pat_sample"),
                        Instant.parse("2026-03-04T15:30:00Z")));
    }

    @Test
    void steps_follow_one_another() {
        EventUpcaster earlier =
                new VersionStep("careteam.HandoffDeclined", -1, json -> json.set("why", json.remove("because")));
        String first = BEFORE.replace("\"why\"", "\"because\"");
        assertThat(Lifted.from("careteam.HandoffDeclined", -1, first, List.of(earlier, STEP)))
                .isInstanceOfSatisfying(
                        HandoffDeclined.class,
                        event -> assertThat(event.reason()).isEqualTo(Personal.forgotten("pat_sample")));
    }

    @Test
    void other_events_and_versions_are_left_alone() {
        SerializedObject<byte[]> other = Lifted.data("careteam.HandoffOffered", 0, BEFORE, List.of(STEP));
        assertThat(other.getType().getRevision()).isEqualTo("0");
        assertThat(Lifted.data("careteam.HandoffDeclined", 1, BEFORE, List.of(STEP))
                        .getType()
                        .getRevision())
                .isEqualTo("1");
    }

    @Test
    void without_the_step_the_event_is_not_read_at_all() {
        assertThatThrownBy(() -> Lifted.from("careteam.HandoffDeclined", 0, BEFORE, List.of()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("'careteam.HandoffDeclined' is stored in version 0 and read in version 1");
    }
}
