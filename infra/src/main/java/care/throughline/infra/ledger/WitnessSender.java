package care.throughline.infra.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends the newest checkpoint to the witness, on one node at a time, and tries again, less and less often, until it is cosigned. */
final class WitnessSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessSender.class);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final LedgerParts parts;
    private final WitnessClient client;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    WitnessSender(LedgerParts parts, WitnessClient client) {
        this.parts = parts;
        this.client = client;
    }

    private void run() {
        Duration pause = LOOK_UP;
        try {
            do {
                pause = sent() ? LOOK_UP : Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("No more checkpoints are sent");
        }
    }

    /** Sends what waits; false if it has to wait on. */
    boolean sent() throws InterruptedException {
        try (Turn turn = Turn.take(parts.dataSource(), Turn.TO_BE_WITNESSED).orElse(null)) {
            if (turn != null) {
                send();
            }
            return true;
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("The witness has not cosigned: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private void send() throws IOException, InterruptedException {
        String name = client.witness().name();
        long cosigned = parts.checkpoints().cosignedBy(name);
        Optional<Checkpoint> latest = parts.checkpoints().latest().filter(checkpoint -> checkpoint.size() > cosigned);
        if (latest.isPresent()) {
            parts.checkpoints().addCosignature(latest.get(), name, client.cosign(latest.get(), cosigned));
        }
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("witness").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        Thread current = thread;
        stopped.countDown();
        if (current != null) {
            current.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
