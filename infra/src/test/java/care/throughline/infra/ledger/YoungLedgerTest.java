package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A few events, hashed a moment ago. */
class YoungLedgerTest {

    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");

    private final LedgerForTests test = new LedgerForTests();

    @BeforeEach
    void hash() throws Exception {
        test.store(10);
        test.grow();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void before_anything_is_signed_it_compares_but_proves_nothing() throws Exception {
        assertThat(test.ledger().verify(0, 9).holds()).isTrue();
        assertThat(test.ledger().checkpoint()).isEmpty();
        assertThat(test.ledger().proof(0)).isEmpty();
        assertThat(test.ledger().inclusion(0, null)).isEmpty();
        assertThat(ExportsForTests.take(test, ExportsForTests.everything(5L)))
                .as("a tree that is older than a larger one has no continuation")
                .doesNotContainKey("consistency");
        assertThat(test.parts.comparison().still(3, 0)).as("an empty tree").isEmpty();
    }

    @Test
    void a_patrol_goes_round_in_small_steps_once_a_second_and_rests_between_rounds() throws Exception {
        test.sign();
        test.tamper("update store.event set name = name || '!' where position = 9");
        assertThat(stepsUntilFound(4)).as("4, 4, and the last 2").isEqualTo(3);
        assertThat(stepsUntilFound(5)).isEqualTo(2);
        assertThat(stepsUntilFound(100)).isEqualTo(1);
    }

    private int stepsUntilFound(int perSecond) {
        Clock[] now = {Clock.fixed(START, ZoneOffset.UTC)};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0].instant();
            }
        };
        Patrol patrol =
                new Patrol(test.parts.comparison(), test.parts.checkpoints(), perSecond, clock, Duration.ofMinutes(1));
        for (int steps = 1; steps <= 10; steps++) {
            try {
                patrol.step();
                patrol.step();
            } catch (Contradiction found) {
                return steps;
            }
            now[0] = Clock.offset(now[0], Duration.ofSeconds(1));
        }
        return Integer.MAX_VALUE;
    }
}
