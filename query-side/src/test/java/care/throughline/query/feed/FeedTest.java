package care.throughline.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.throughline.query.feed.EventLog.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEvents CLOUD_EVENTS = new CloudEvents(JSON, "/throughline", Set.of());
    private static final Instant RECORDED = Instant.parse("2026-11-20T14:00:00.123Z");

    @Test
    void every_event_is_one_line_with_the_attributes_of_cloud_events_1_0() throws IOException {
        List<JsonNode> lines = lines(new GrowingLog(1), 0, 0);

        JsonNode event = lines.getFirst();
        assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.get("type").stringValue()).isEqualTo("care.throughline.stay.Discharged");
        assertThat(event.get("time").stringValue()).isEqualTo("2026-11-19T10:00:00Z");
        assertThat(event.get("recordedtime").stringValue()).isEqualTo("2026-11-20T14:00:00.123Z");
        assertThat(event.get("sequence").stringValue()).isEqualTo("00000000000000000000");
        assertThat(event.get("eventversion").intValue()).isEqualTo(1);
        assertThat(event.get("correlationid").stringValue()).isEqualTo("msg_a");
    }

    @Test
    void attribute_names_are_lower_case_letters_and_digits_of_at_most_20_characters() throws IOException {
        assertThat(lines(new GrowingLog(1), 0, 0).getFirst().propertyNames())
                .allSatisfy(name -> assertThat(name).matches("[a-z0-9]{1,20}"));
    }

    @Test
    void sealed_personal_data_is_left_out() throws IOException {
        String line = text(new GrowingLog(1), 0, 0);

        assertThat(line).doesNotContain("Q0lQSEVS").contains("\"sealed\":true").contains("pat_1");
    }

    @Test
    void words_that_somebody_typed_are_left_out() {
        String payload = """
                {"transition":"trn_1","until":"2026-11-19T10:00:00Z","reason":{"subject":"pat_1","sealed":"Canary"},
                 "occurredAt":"2026-11-19T10:00:00Z"}""";

        String line = CLOUD_EVENTS.write(
                new Stored(0, "event-0", "transition.Snoozed", 1, "trn_1", RECORDED, payload, Map.of()));

        assertThat(line).doesNotContain("Canary").contains("\"until\"");
    }

    @Test
    void sequences_are_contiguous_over_many_pages_and_resume_anywhere() throws IOException {
        List<JsonNode> lines = lines(new GrowingLog(1_234), 700, 0);

        assertThat(lines).hasSize(534);
        assertThat(lines)
                .extracting(line -> Long.parseLong(line.get("sequence").stringValue()))
                .containsExactlyElementsOf(LongStream.range(700, 1_234).boxed().toList());
    }

    @Test
    void a_limit_ends_it() throws IOException {
        assertThat(lines(new GrowingLog(1_234), 10, 3)).hasSize(3);
    }

    @Test
    void a_follower_gets_what_is_added_while_it_waits_and_signs_of_life_in_between() throws IOException {
        GrowingLog log = new GrowingLog(2);
        log.addWhileWaiting = List.of(false, true, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Feed(log, 0, 4, true, Duration.ZERO).writeTo(out, new Feed.ServerSentEvents(CLOUD_EVENTS), () -> true);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("id: 0\n", "id: 1\n", "id: 2\n", "id: 3\n").contains(": still here\n\n");
    }

    @Test
    void a_reader_that_goes_away_ends_it() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThat(catchThrowable(() -> new Feed(new GrowingLog(1), 0, 0, true, Duration.ZERO)
                        .writeTo(closed, new Feed.Lines(CLOUD_EVENTS), () -> true)))
                .isInstanceOf(IOException.class);
    }

    private static List<JsonNode> lines(GrowingLog log, long from, long limit) throws IOException {
        return text(log, from, limit).lines().map(JSON::readTree).toList();
    }

    private static String text(GrowingLog log, long from, long limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Feed(log, from, limit, false, Duration.ZERO).writeTo(out, new Feed.Lines(CLOUD_EVENTS), () -> true);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A log in memory that grows, or not, each time a reader waits. */
    private static final class GrowingLog implements EventLog {
        private final List<Stored> events = new ArrayList<>();
        private List<Boolean> addWhileWaiting = List.of();
        private int waited;

        GrowingLog(int size) {
            for (int i = 0; i < size; i++) {
                add();
            }
        }

        private void add() {
            int position = events.size();
            String payload = """
                    {"stay":"stay_1","occurredAt":"2026-11-19T10:00:00Z",
                     "report":{"details":[{"subject":"pat_1","sealed":"Q0lQSEVS"}]}}""";
            events.add(new Stored(
                    position,
                    "event-" + position,
                    "stay.Discharged",
                    1,
                    "stay_1",
                    RECORDED,
                    payload,
                    Map.of("correlationId", "msg_a")));
        }

        @Override
        public List<Stored> read(long from, int atMost) {
            int start = (int) Math.min(from, events.size());
            return List.copyOf(events.subList(start, Math.min(events.size(), start + atMost)));
        }

        @Override
        public long head() {
            return events.size() - 1L;
        }

        @Override
        public boolean awaitPosition(long position, Duration atMost) {
            if (addWhileWaiting.get(waited++)) {
                add();
            }
            return events.size() > position;
        }
    }
}
