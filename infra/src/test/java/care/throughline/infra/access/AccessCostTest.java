package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/**
 * What recording costs a page of the desk with fifty lines: rounds of requests that are recorded and of requests that are
 * not, because the minute before has the same, in turn; prints the ratio of each round. The test database does not fsync.
 */
@ThroughlineTest
@EnabledIfSystemProperty(named = "throughline.benchmark", matches = "access")
class AccessCostTest {

    private static final int ROUNDS = 9;
    private static final int LOOKS = 40;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TestClock clock;

    @Test
    void a_recorded_page_costs_little_more_than_the_same_page_within_the_minute() throws Exception {
        Looking looking = new Looking(application);
        for (int i = 0; i < 55; i++) {
            Looking.discharged(application, "776" + (100 + i), "COSTER");
        }
        double[] ratios = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double recorded = millis(looking, Duration.ofMinutes(2));
            double repeated = millis(looking, Duration.ZERO);
            if (round >= 0) {
                ratios[round] = recorded / repeated;
                System.err.printf(
                        "recorded %.2f ms, repeated %.2f ms, ratio %.2f%n", recorded, repeated, ratios[round]);
            }
        }
        Arrays.sort(ratios);
        System.err.printf("median of the ratios %.2f%n", ratios[ROUNDS / 2]);
        assertThat(ratios[ROUNDS / 2]).isLessThan(3);
    }

    private double millis(Looking looking, Duration apart) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < LOOKS; i++) {
            clock.advance(apart);
            assertThat(looking.look("cost.er", "COORDINATOR", get("/desk?filter=team"))
                            .getStatus())
                    .isEqualTo(200);
        }
        return (System.nanoTime() - begin) / 1e6 / LOOKS;
    }
}
