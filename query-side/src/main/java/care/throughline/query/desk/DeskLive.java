package care.throughline.query.desk;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open desks that lines changed, as server-sent events: the position of the change and nothing about it. */
@RestController
class DeskLive implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeskLive.class);
    private static final int MOST = 500;
    private static final long LOOK_EVERY_MS = 400;
    private static final int BEAT_EVERY_LOOKS = 37;
    private static final long LASTS_MS = TimeUnit.MINUTES.toMillis(30);

    private final Worklists worklists;
    private final ReferralWork referrals;
    private final AuthorizationWork authorizations;
    private final AppointmentWork appointments;
    private final Set<SseEmitter> desks = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService watch;
    private volatile boolean running;
    private long seen;
    private int looks;

    @Autowired
    DeskLive(
            Worklists worklists,
            ReferralWork referrals,
            AuthorizationWork authorizations,
            AppointmentWork appointments) {
        this.worklists = worklists;
        this.referrals = referrals;
        this.authorizations = authorizations;
        this.appointments = appointments;
    }

    /** Stays open for at most half an hour; the browser then asks again by itself. */
    @GetMapping(path = "/desk/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() throws IOException {
        if (!running || desks.size() >= MOST) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "too many desks are open; the list is still fresh when asked for");
        }
        SseEmitter desk = new SseEmitter(LASTS_MS);
        desk.onCompletion(() -> desks.remove(desk));
        desk.onTimeout(desk::complete);
        desk.onError(broken -> desks.remove(desk));
        desk.send(SseEmitter.event().reconnectTime(1000).comment("here"));
        desks.add(desk);
        return desk;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("desk-live").unstarted(task));
        watch = fresh;
        running = true;
        var unused = fresh.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        ScheduledExecutorService current = watch;
        if (current != null) {
            current.shutdown();
        }
        desks.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server waits for open requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void look() {
        if (desks.isEmpty()) {
            return;
        }
        try {
            long latest = Math.max(
                    Math.max(worklists.latest(), referrals.latest()),
                    Math.max(authorizations.latest(), appointments.latest()));
            boolean beat = ++looks % BEAT_EVERY_LOOKS == 0;
            if (latest != seen) {
                seen = latest;
                tell(SseEmitter.event().name("changed").data(latest));
            } else if (beat) {
                tell(SseEmitter.event().comment("still here"));
            }
        } catch (DataAccessException away) {
            LOG.warn("the desk cannot be watched now: {}", away.getClass().getSimpleName());
        }
    }

    private void tell(SseEmitter.SseEventBuilder news) {
        var event = news.build();
        desks.removeIf(desk -> !reached(desk, event));
    }

    private static boolean reached(SseEmitter desk, Set<ResponseBodyEmitter.DataWithMediaType> event) {
        try {
            desk.send(event);
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }
}
