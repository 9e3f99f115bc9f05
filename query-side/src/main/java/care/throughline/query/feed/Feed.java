package care.throughline.query.feed;

import care.throughline.query.feed.EventLog.Stored;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One reader's way through the log: page by page, then along with the head, with a sign of life when all is quiet. */
final class Feed {

    private static final int PAGE = 500;
    private static final int BUFFER = 1 << 14;
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final EventLog log;
    private final long limit;
    private final boolean follow;
    private final Duration heartbeat;
    private long next;
    private long written;

    /**
     * @param from the first position wanted, from 0
     * @param limit how many events at the most, 0 for no limit
     * @param heartbeat how often a quiet connection shows that it lives
     */
    Feed(EventLog log, long from, long limit, boolean follow, Duration heartbeat) {
        this.log = log;
        this.next = Math.max(0, from);
        this.limit = limit;
        this.follow = follow;
        this.heartbeat = heartbeat;
    }

    /** Writes until the head or the limit is reached, or as long as it is open if following, or the reader goes away. */
    void writeTo(OutputStream out, Format format, BooleanSupplier open) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        while (!done() && open.getAsBoolean()) {
            List<Stored> page = log.read(next, pageSize());
            for (Stored event : page) {
                buffered.write(format.event(event).getBytes(StandardCharsets.UTF_8));
                next = event.position() + 1;
                written++;
            }
            if (page.isEmpty() && !waitForMore(buffered, format, open)) {
                break;
            }
            buffered.flush();
        }
        buffered.flush();
    }

    private boolean done() {
        return limit > 0 && written >= limit;
    }

    private int pageSize() {
        return limit > 0 ? (int) Math.min(PAGE, limit - written) : PAGE;
    }

    private boolean waitForMore(OutputStream out, Format format, BooleanSupplier open) throws IOException {
        if (!follow) {
            return false;
        }
        out.flush();
        try {
            if (!comes(open) && open.getAsBoolean()) {
                out.write(format.signOfLife().getBytes(StandardCharsets.UTF_8));
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the feed was stopped");
        }
    }

    /** Waits for the next event until it is time for a sign of life, looking up now and then whether it is still open. */
    private boolean comes(BooleanSupplier open) throws InterruptedException {
        Duration waited = Duration.ZERO;
        while (waited.compareTo(heartbeat) <= 0 && open.getAsBoolean()) {
            if (log.awaitPosition(next, LOOK_UP)) {
                return true;
            }
            waited = waited.plus(LOOK_UP);
        }
        return false;
    }

    /** How events look on the wire. */
    sealed interface Format {
        String event(Stored event);

        String signOfLife();
    }

    /** NDJSON: an event a line; an empty line is a sign of life. */
    record Lines(CloudEvents cloudEvents) implements Format {
        @Override
        public String event(Stored event) {
            return cloudEvents.write(event) + "\n";
        }

        @Override
        public String signOfLife() {
            return "\n";
        }
    }

    /** Server-sent events: the position as id, the event as data. */
    record ServerSentEvents(CloudEvents cloudEvents) implements Format {
        @Override
        public String event(Stored event) {
            return "id: " + event.position() + "\ndata: " + cloudEvents.write(event) + "\n\n";
        }

        @Override
        public String signOfLife() {
            return ": still here\n\n";
        }
    }
}
