package care.throughline.infra.feed;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.feed.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ThroughlineTest
@Timeout(60)
class FeedOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private EventLog log;

    @Test
    void server_sent_events_begin_where_asked_and_follow_the_head() throws Exception {
        long first = register();

        try (BufferedReader lines = open("text/event-stream", "?from=" + first)) {
            assertThat(nextId(lines)).isEqualTo(first);
            long head = register();
            assertThat(nextId(lines)).isEqualTo(first + 1).isLessThanOrEqualTo(head);
        }
    }

    @Test
    void lines_end_at_the_head_and_hold_every_position_once() throws Exception {
        long head = register();

        try (BufferedReader lines = open("application/x-ndjson", "?from=0&limit=" + (head + 1))) {
            assertThat(lines.lines()
                            .map(line -> JSON.readTree(line).get("sequence").stringValue())
                            .map(Long::valueOf))
                    .hasSize((int) head + 1)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void whoever_has_read_further_than_the_store_goes_is_refused_instead_of_missing_what_comes() throws Exception {
        long head = register();
        HttpRequest request = HttpRequest.newBuilder(address("/api/feed?from=" + (head + 1_000)))
                .header("Accept", "application/x-ndjson")
                .header("Authorization", "Bearer " + token())
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("beyond-the-end", "restored to an earlier moment");
        HttpRequest stream = HttpRequest.newBuilder(address("/api/feed"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(head + 1_000))
                .header("Authorization", "Bearer " + token())
                .build();
        assertThat(http.send(stream, BodyHandlers.ofString()).statusCode()).isEqualTo(409);
        HttpResponse<String> atTheHead = http.send(
                HttpRequest.newBuilder(address("/api/feed?from=" + (log.head() + 1)))
                        .header("Accept", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token())
                        .build(),
                BodyHandlers.ofString());
        assertThat(atTheHead.statusCode()).isEqualTo(200);
    }

    private long register() {
        commands.send(
                new PatientCommand.Register(
                        new PatientId(PatientId.PREFIX + UUID.randomUUID()), Instant.parse("2026-11-20T14:00:00Z")),
                Map.of(Meta.ACTOR, "system:test"));
        return log.head();
    }

    private static long nextId(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("id: ")) {
            line = lines.readLine();
        }
        assertThat(line).as("the stream goes on").isNotNull();
        return Long.parseLong(String.valueOf(line).substring("id: ".length()));
    }

    private BufferedReader open(String accept, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/api/feed" + query))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + token())
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private String token() throws IOException, InterruptedException {
        String secret = Base64.getEncoder().encodeToString("demo-analyst:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address("/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(answer).get("access_token").stringValue();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
