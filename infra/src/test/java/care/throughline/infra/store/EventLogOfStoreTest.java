package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import care.throughline.query.feed.EventLog.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class EventLogOfStoreTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    @Test
    void rows_come_from_a_position_on_as_they_lie_in_the_store() throws Exception {
        byte[] payload = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] metadata = "{\"actor\":\"staff-1\",\"attempt\":2}".getBytes(StandardCharsets.UTF_8);
        UUID id = UUID.randomUUID();
        try (StoreNode node = new StoreNode(POSTGRES.as("throughline_app"))) {
            EventLogOfStore log = new EventLogOfStore(node.reader, node.head, new JsonMapper());
            assertThat(log.head()).isEqualTo(-1);
            node.appender.append(Told.story("before", 2));
            node.appender.append(List.of(new NewEvent(id, "Test", "a", 0, "test.Told", 3, payload, metadata)));

            assertThat(log.awaitPosition(2, Duration.ofSeconds(1))).isTrue();
            assertThat(log.read(1, 1)).extracting(Stored::position).containsExactly(1L);
            Stored last = log.read(2, 10).get(0);
            assertThat(last)
                    .returns(id.toString(), Stored::id)
                    .returns("test.Told", Stored::name)
                    .returns(3, Stored::version)
                    .returns("a", Stored::aggregateId)
                    .returns("{\"a\":1}", Stored::payload)
                    .returns(Map.of("actor", "staff-1", "attempt", "2"), Stored::metadata);
        }
    }
}
