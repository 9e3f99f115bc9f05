package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Hash;
import care.throughline.infra.merkle.Prover;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What witnesses may answer that do not keep to what was agreed. */
class WitnessClientTest {

    private static final Checkpoint CHECKPOINT = Checkpoint.sign(9, Hash.OF_NOTHING, LedgerForTests.KEY);

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private Iterator<Answer> answers = List.<Answer>of().iterator();

    private record Answer(int status, String body) {}

    WitnessClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/w/add-checkpoint", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Answer answer = answers.next();
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void one_that_remembers_more_than_there_is_or_nothing_that_can_be_read_is_not_followed() {
        for (String remembered : List.of("10", "a lot", "9999999999999999999", "")) {
            assertThatThrownBy(() -> cosign(new Answer(409, remembered + "\n")))
                    .as(remembered)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another or a newer tree");
        }
    }

    @Test
    void one_that_remembers_another_size_is_shown_the_way_from_there_once() {
        assertThatThrownBy(() -> cosign(new Answer(409, "9\n"), new Answer(409, "8\n")))
                .hasMessageContaining("the witness answered 409");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).startsWith("old 4\n").endsWith("\n\n" + CHECKPOINT.note());
        assertThat(asked.get(1)).isEqualTo("old 9\n\n" + CHECKPOINT.note());
    }

    @Test
    void a_cosignature_that_is_too_short_or_of_another_does_not_count() {
        String name = WitnessForTests.keyOf("witness.example/w", 5).name();
        for (String line : List.of("", "— " + name + " AAAA\n", "— " + name + " " + "A".repeat(16) + "\n", "none\n")) {
            assertThatThrownBy(() -> cosign(new Answer(200, line)))
                    .as(line)
                    .hasMessageContaining("without a signature of its key");
        }
    }

    private void cosign(Answer... next) throws IOException, InterruptedException {
        asked.clear();
        answers = List.of(next).iterator();
        URI prefix = URI.create("http://localhost:" + server.getAddress().getPort() + "/w//");
        new WitnessClient(
                        prefix,
                        WitnessForTests.keyOf("witness.example/w", 5),
                        new Prover((height, index) -> Hash.OF_NOTHING))
                .cosign(CHECKPOINT, 4);
    }
}
