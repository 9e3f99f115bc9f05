package care.throughline.infra.intake;

import care.throughline.command.intake.MessageTextTable;
import care.throughline.command.intake.MessageTexts;
import care.throughline.events.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes several times a second, for all messages at once, that they are settled. What a sudden stop leaves unnoted is looked
 * at again at the next start, and found to be settled.
 */
final class SettledTogether implements MessageTexts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettledTogether.class);
    private static final Duration EVERY = Duration.ofMillis(250);

    private final MessageTextTable texts;
    private final ConcurrentLinkedQueue<MessageId> settled = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("settled").daemon().factory());

    private final Future<?> noting;

    SettledTogether(MessageTextTable texts) {
        this.texts = texts;
        this.noting =
                clockwork.scheduleWithFixedDelay(this::note, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void keep(MessageId message, String channel, byte[] sealed, Instant receivedAt) {
        texts.keep(message, channel, sealed, receivedAt);
    }

    @Override
    public void correct(MessageId message, byte[] sealed, Instant at) {
        texts.correct(message, sealed, at);
    }

    @Override
    public Optional<Kept> latest(MessageId message) {
        return texts.latest(message);
    }

    @Override
    public void settle(MessageId message) {
        settled.add(message);
    }

    @Override
    public List<MessageId> unsettled(Instant before) {
        return texts.unsettled(before);
    }

    private void note() {
        List<MessageId> some = new ArrayList<>();
        for (MessageId next = settled.poll(); next != null; next = settled.poll()) {
            some.add(next);
        }
        try {
            if (!some.isEmpty()) {
                texts.settle(some);
            }
        } catch (RuntimeException e) {
            settled.addAll(some);
            LOG.warn(
                    "{} messages could not be noted as settled: {}",
                    some.size(),
                    e.getClass().getSimpleName());
        }
    }

    /** Notes what is left. */
    @Override
    public void close() {
        noting.cancel(false);
        clockwork.close();
        note();
    }
}
