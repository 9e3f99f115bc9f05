package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreBenchmarkTest {

    @Test
    void every_load_does_something_at_every_number_of_clients() throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        assertThat(StoreBenchmark.run(
                        1, Duration.ofMillis(1), 2, new PrintStream(report, true, StandardCharsets.UTF_8)))
                .hasSize(18)
                .allSatisfy((load, rounds) -> assertThat(rounds)
                        .singleElement()
                        .satisfies(figure -> assertThat(figure.perSecond()).isPositive()));

        assertThat(report.toString(StandardCharsets.UTF_8)).contains("of floor", "bytes per event");
    }
}
