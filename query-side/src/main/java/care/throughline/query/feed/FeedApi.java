package care.throughline.query.feed;

import care.throughline.events.Sensitivity;
import care.throughline.query.Accesses;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feed over HTTP: CloudEvents 1.0, one a line (NDJSON) or as server-sent events, from any position, without gaps.
 * Times are instants in UTC. NDJSON ends at the head unless it is asked to follow; server-sent events always follow. A
 * reader keeps its own (virtual) thread, so that a slow one holds up nobody and a quiet one costs next to nothing.
 */
@RestController
@RequestMapping("/api/feed")
class FeedApi {

    private static final String NDJSON = "application/x-ndjson";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration CATCHING_UP = Duration.ofSeconds(2);

    private final EventLog log;
    private final Accesses accesses;
    private final JsonMapper json;
    private volatile boolean closing;

    FeedApi(EventLog log, Accesses accesses, JsonMapper json) {
        this.log = log;
        this.accesses = accesses;
        this.json = json;
    }

    private CloudEvents cloudEvents() {
        return new CloudEvents(json, "/throughline", accesses.hidden(List.of(Sensitivity.values())));
    }

    /** Lines from {@code from} on, that position included; {@code limit} ends it after so many events, 0 for no limit. */
    @GetMapping(produces = NDJSON)
    void lines(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "false") boolean follow,
            @RequestParam(defaultValue = "0") long limit,
            HttpServletResponse response)
            throws IOException {
        refuseBeyond(from);
        response.setContentType(NDJSON);
        write(new Feed(log, from, limit, follow, HEARTBEAT), new Feed.Lines(cloudEvents()), response);
    }

    /** Server-sent events; the id of each is its position, so that a browser resumes by itself. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "0") long limit,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            HttpServletResponse response)
            throws IOException {
        long next = lastSeen == null ? from : lastSeen + 1;
        refuseBeyond(next);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        write(new Feed(log, next, limit, true, HEARTBEAT), new Feed.ServerSentEvents(cloudEvents()), response);
    }

    /** Whoever knows of more than there is would miss what comes instead; another node may be a moment ahead of this one. */
    private void refuseBeyond(long from) {
        try {
            if (from > log.head() + 1 && !log.awaitPosition(from - 1, CATCHING_UP)) {
                throw new BeyondTheEnd(from, log.head());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the readers go when the server stops; they resume where they were. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void write(Feed feed, Feed.Format format, HttpServletResponse response) throws IOException {
        accesses.shows(List.of());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Throughline-Position", Long.toString(log.head()));
        try {
            feed.writeTo(response.getOutputStream(), format, () -> !closing);
        } catch (IOException gone) {
            if (!response.isCommitted()) {
                throw gone;
            }
        }
    }
}
