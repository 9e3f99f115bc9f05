package care.throughline.infra.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Posts transactions to a FHIR server; redirections are not followed, for they would take a patient's data elsewhere. */
final class FhirTransport implements Transport {

    /** Request timeout, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final Duration patience;
    private final Map<String, String> tokens;

    /** @param tokens bearer tokens by the id of the performer; who has none is asked without */
    FhirTransport(SSLContext trust, Duration patience, Map<String, String> tokens) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
        this.tokens = tokens;
    }

    @Override
    public Outcome send(Outgoing message, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(message.reach().address()))
                .timeout(patience)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .header("X-Request-Id", message.controlId())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        String token = tokens.get(message.performer().value());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return outcome(http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return new Outcome.Unreached(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreached("Interrupted");
        }
    }

    private static Outcome outcome(int status) {
        String code = "HTTP " + status;
        if (status >= OK && status < REDIRECTION) {
            return new Outcome.Delivered(code);
        }
        return status >= SERVER_ERROR || PASSING.contains(status)
                ? new Outcome.Unreached(code)
                : new Outcome.Refused(code);
    }
}
