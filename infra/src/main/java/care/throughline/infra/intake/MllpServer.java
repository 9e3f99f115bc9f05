package care.throughline.infra.intake;

import care.throughline.command.hl7.MllpListener;
import care.throughline.command.intake.AsideMessages;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Starts the listener when everything else stands, and finishes what the last stop interrupted; stops it first. */
public final class MllpServer implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MllpListener listener;
    private final AsideMessages messages;
    private final Clock clock;

    private volatile boolean running;

    MllpServer(MllpListener listener, AsideMessages messages, Clock clock) {
        this.listener = listener;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void start() {
        messages.finishInterrupted(clock.instant());
        listener.start();
        running = true;
    }

    @Override
    public void stop() {
        listener.stop(PATIENCE);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The port that was bound, -1 before the start. */
    public int port() {
        return listener.port();
    }
}
