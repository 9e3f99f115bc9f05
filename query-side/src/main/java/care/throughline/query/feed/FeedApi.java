package care.throughline.query.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feed over HTTP: CloudEvents 1.0, one a line (NDJSON) or as server-sent events, from any position, without gaps.
 * Times are instants in UTC. NDJSON ends at the head unless it is asked to follow; server-sent events always follow.
 */
@RestController
@RequestMapping("/api/feed")
class FeedApi {

    private static final String NDJSON = "application/x-ndjson";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventLog log;
    private final CloudEvents cloudEvents;

    FeedApi(EventLog log, JsonMapper json) {
        this.log = log;
        this.cloudEvents = new CloudEvents(json, "/throughline");
    }

    /** Lines from {@code from} on, that position included; {@code limit} ends it after so many events, 0 for no limit. */
    @GetMapping(produces = NDJSON)
    ResponseEntity<StreamingResponseBody> lines(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "false") boolean follow,
            @RequestParam(defaultValue = "0") long limit) {
        Feed feed = new Feed(log, from, limit, follow, HEARTBEAT);
        return answer(MediaType.parseMediaType(NDJSON), out -> feed.writeTo(out, new Feed.Lines(cloudEvents)));
    }

    /** Server-sent events; the id of each is its position, so that a browser resumes by itself. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<StreamingResponseBody> stream(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "0") long limit,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen) {
        Feed feed = new Feed(log, lastSeen == null ? from : lastSeen + 1, limit, true, HEARTBEAT);
        return answer(MediaType.TEXT_EVENT_STREAM, out -> feed.writeTo(out, new Feed.ServerSentEvents(cloudEvents)));
    }

    private ResponseEntity<StreamingResponseBody> answer(MediaType type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Cache-Control", "no-store")
                .header("Throughline-Position", Long.toString(log.head()))
                .body(body);
    }
}
