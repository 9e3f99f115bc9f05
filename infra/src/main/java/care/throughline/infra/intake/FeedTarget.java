package care.throughline.infra.intake;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server that is fed, over HTTP as a machine with a token of its own. */
final class FeedTarget {

    private static final Duration SETTLING = Duration.ofMillis(200);

    private final URI base;
    private final String mllp;
    private final String client;
    private final String secret;
    private final HttpClient http = HttpClient.newHttpClient();

    private @Nullable String token;

    private FeedTarget(URI base, String mllp, String client, String secret) {
        this.base = base;
        this.mllp = mllp;
        this.client = client;
        this.secret = secret;
    }

    /** The server that the variables name, or the embedded demo on this machine. */
    static FeedTarget of(Map<String, String> environment) {
        return new FeedTarget(
                URI.create(environment.getOrDefault("THROUGHLINE_URL", "http://localhost:8080")),
                environment.getOrDefault("THROUGHLINE_MLLP", "localhost:2575"),
                environment.getOrDefault("THROUGHLINE_CLIENT", "demo-integration"),
                environment.getOrDefault("THROUGHLINE_SECRET", "demo"));
    }

    /** What became of a bundle. */
    record Delivered(int status, String message) {}

    URI base() {
        return base;
    }

    String mllp() {
        return mllp;
    }

    /** A new connection for HL7 v2 messages.
     *
     * @throws IOException if nobody listens there
     */
    MllpClient connect() throws IOException {
        int colon = mllp.lastIndexOf(':');
        return new MllpClient(mllp.substring(0, colon), Integer.parseInt(mllp.substring(colon + 1)));
    }

    Delivered post(byte[] bundle) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/fhir")
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofByteArray(bundle))
                        .build(),
                BodyHandlers.ofString());
        return new Delivered(
                answer.statusCode(),
                answer.headers().firstValue("Throughline-Message").orElse(""));
    }

    /** The events that a message caused, in order; the id may be followed by more text. */
    List<String> caused(String answerText) throws IOException, InterruptedException {
        String id = answerText.split(" ", 2)[0];
        if (!id.startsWith("msg_")) {
            return List.of();
        }
        HttpResponse<String> answer =
                http.send(request("/api/intake/" + id).GET().build(), BodyHandlers.ofString());
        List<String> events = new ArrayList<>();
        if (answer.statusCode() == 200) {
            for (JsonNode caused : JsonMapper.shared().readTree(answer.body()).get("caused")) {
                events.add(caused.get("position").asLong() + " "
                        + caused.get("event").asString() + " "
                        + caused.get("patient").asString());
            }
        }
        return events;
    }

    /** Waits, a few seconds at most, until the message shows as applied or set aside and what came of it is known. */
    void awaitSettled(String answerText) throws IOException, InterruptedException {
        for (int tries = 0; tries < 50; tries++) {
            boolean settled = caused(answerText).stream().anyMatch(event -> event.contains(" intake."));
            LockSupport.parkNanos(SETTLING.toNanos());
            if (settled) {
                return;
            }
        }
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        String known = token;
        if (known != null) {
            return known;
        }
        String form =
                "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token for " + client + ": HTTP " + answer.statusCode());
        }
        String fresh =
                JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
        token = fresh;
        return fresh;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
