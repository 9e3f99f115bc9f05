package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Prover;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a witness to cosign a checkpoint, as C2SP {@code tlog-witness} says. */
final class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final VerifyingKey witness;
    private final Prover prover;

    WitnessClient(URI prefix, VerifyingKey witness, Prover prover) {
        this.address = URI.create(prefix.toString().replaceAll("/+$", "") + "/add-checkpoint");
        this.witness = witness;
        this.prover = prover;
    }

    VerifyingKey witness() {
        return witness;
    }

    /** Shows the checkpoint, and that it continues the one of that size.
     *
     * @return the witness's signature line
     * @throws IOException if it cannot be reached, or does not sign
     */
    String cosign(Checkpoint checkpoint, long old) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(checkpoint, old);
        if (answer.statusCode() == CONFLICT) {
            answer = send(checkpoint, sizeIn(answer.body(), checkpoint.size()));
        }
        if (answer.statusCode() != OK) {
            throw new IOException("the witness answered " + answer.statusCode());
        }
        return answer.body()
                .lines()
                .filter(line -> witness.cosigned(checkpoint.text(), line))
                .findFirst()
                .orElseThrow(() -> new IOException("the witness answered without a signature of its key"));
    }

    private HttpResponse<String> send(Checkpoint checkpoint, long old) throws IOException, InterruptedException {
        String body = "old " + old + "\n" + ProofText.lines(prover.consistency(old, checkpoint.size())) + "\n"
                + checkpoint.note();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** What the witness says it has seen last. */
    private static long sizeIn(String body, long newest) throws IOException {
        String size = body.strip();
        if (!size.matches("[0-9]{1,18}") || Long.parseLong(size) > newest) {
            throw new IOException("the witness has seen another or a newer tree of this log");
        }
        return Long.parseLong(size);
    }
}
