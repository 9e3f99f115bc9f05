package care.throughline.infra.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one command wants stored, all of it or nothing, and the answer it waits for: its last position. */
record Append(List<NewEvent> events, long since, long deadline, CompletableFuture<Long> answer) {

    static Append of(List<NewEvent> events, Duration patience) {
        long now = System.nanoTime();
        return new Append(List.copyOf(events), now, now + patience.toNanos(), new CompletableFuture<>());
    }

    boolean isOverdue() {
        return System.nanoTime() - deadline > 0;
    }

    void storedAt(long lastPosition) {
        answer.complete(lastPosition);
    }

    void refused(RuntimeException why) {
        answer.completeExceptionally(why);
    }

    int bytes() {
        return events.stream()
                .mapToInt(event -> event.payload().length + event.metadata().length)
                .sum();
    }
}
