package care.throughline.infra.ledger;

import care.throughline.query.ledger.Ledger.Signed;
import care.throughline.query.ledger.Ledger.State;
import care.throughline.query.ledger.Ledger.Witness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows how the ledger stands; looks at most once in a few seconds, when it is scraped. */
final class LedgerGauges implements MeterBinder {

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Status status;
    private final Clock clock;
    private @Nullable State seen;
    private Instant seenAt = Instant.EPOCH;

    LedgerGauges(Status status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "throughline.ledger.size", "Events hashed", State::size);
        gauge(meters, "throughline.ledger.behind.events", "Events stored and not hashed yet", LedgerGauges::behind);
        gauge(
                meters,
                "throughline.ledger.checkpoint.age.seconds",
                "Age of the newest checkpoint if it does not cover everything, else 0",
                this::checkpointAge);
        gauge(
                meters,
                "throughline.ledger.contradiction",
                "1 if events and tree contradict each other",
                state -> state.contradiction() == null ? 0 : 1);
        gauge(
                meters,
                "throughline.ledger.witness.waiting.seconds",
                "How long the oldest checkpoint has waited for the witness, 0 for not at all",
                this::witnessWaits);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<State> value) {
        Gauge.builder(name, this, gauges -> value.applyAsDouble(gauges.look()))
                .description(description)
                .register(meters);
    }

    private synchronized State look() {
        State known = seen;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(seenAt.plus(GOOD_FOR))) {
            known = status.read();
            seen = known;
            seenAt = now;
        }
        return known;
    }

    private static double behind(State state) {
        return Math.max(0, state.stored() - state.size());
    }

    private double checkpointAge(State state) {
        Signed signed = state.checkpoint();
        return signed == null || signed.size() >= state.stored() ? 0 : since(signed.at());
    }

    private double witnessWaits(State state) {
        Witness witness = state.witness();
        return witness == null || witness.waitingSince() == null ? 0 : since(witness.waitingSince());
    }

    private double since(Instant instant) {
        return Math.max(0, Duration.between(instant, clock.instant()).toMillis() / 1_000.0);
    }
}
