package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LedgerBenchmarkTest {

    @Test
    void everything_is_measured_on_a_small_ledger() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerBenchmark.run(10_000, 1_000, new PrintStream(out, true, UTF_8));
        assertThat(out.toString(UTF_8))
                .contains("append", "catch up", "proof of 1 in", "compared in place", "stand-alone");
    }
}
