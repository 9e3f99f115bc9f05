package care.throughline.infra.outbox;

import care.throughline.command.Rejected;
import care.throughline.events.directory.Reach;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one message in two steps: it is written, sealed and stored, then sent and noted as sent. Stopped in between, it is
 * sent again as it was written, under the same id.
 */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final OutboxTable table;
    private final Composing composing;
    private final Map<Reach.Channel, Transport> transports;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Sending(
            OutboxTable table,
            Composing composing,
            Map<Reach.Channel, Transport> transports,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.table = table;
        this.composing = composing;
        this.transports = transports;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Sends it, if it is due and nobody else is at it. */
    void send(long number) {
        transaction.executeWithoutResult(step -> table.lock(number).ifPresent(this::write));
        transaction.executeWithoutResult(step -> table.lock(number).ifPresent(this::hand));
    }

    private void write(Outgoing message) {
        if (message.content() != null || !transports.containsKey(message.reach().channel())) {
            return;
        }
        if (!composing.isReady(message)) {
            table.later(message.number(), SOON);
            return;
        }
        try {
            switch (composing.compose(message)) {
                case Composed.Written written ->
                    table.write(
                            message.number(),
                            message.reach().channel().name(),
                            written.sealed().get());
                case Composed.Withheld ignored -> table.refused(message.number(), "NotConsented");
                case Composed.Gone ignored -> table.erased(message.number());
            }
        } catch (Rejected erased) {
            table.erased(message.number());
        } catch (RuntimeException e) {
            LOG.warn(
                    "message {} could not be written, it is tried again: {}",
                    message.controlId(),
                    e.getClass().getSimpleName());
            table.again(message.number(), e.getClass().getSimpleName(), pause(message));
        }
    }

    private void hand(Outgoing message) {
        Transport transport = transports.get(message.reach().channel());
        Supplier<byte[]> kept = message.content();
        if (transport == null) {
            table.refused(message.number(), "NoChannel");
        } else if (kept != null) {
            Optional<byte[]> content = composing.open(message, kept.get());
            content.ifPresentOrElse(
                    bytes -> note(message, transport.send(message, bytes)), () -> table.erased(message.number()));
        }
    }

    private void note(Outgoing message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered delivered -> table.sent(message.number(), delivered.code());
            case Outcome.Refused refused -> table.refused(message.number(), refused.code());
            case Outcome.Unreached unreached -> table.again(message.number(), unreached.code(), pause(message));
        }
        meters.counter(
                        "throughline.outbox.attempts",
                        "channel",
                        message.reach().channel().name(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        LOG.info("message {} to {}: {}", message.controlId(), message.performer(), outcome.code());
    }

    private static Duration pause(Outgoing message) {
        return Backoff.after(message.tries() + 1, ThreadLocalRandom.current().nextDouble());
    }
}
