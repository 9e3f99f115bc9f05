package care.throughline.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator sees of the processors and can do about them; infra provides it. */
public interface Operations {

    /** Every projection and automation, by name. */
    List<Processor> processors();

    /** Fills a read model anew beside the old one, which serves until the new one has caught up; nothing if that already runs.
     *
     * @throws IllegalArgumentException if there is no projection of this name
     */
    void rebuild(String projection);

    /** Fills read models anew that are beyond the end of the store, and lets automations go on from there; returns their names. */
    List<String> heal();

    /** Events that a processor could not handle, and those of the same aggregate that wait behind them, oldest first. */
    List<DeadLetter> deadLetters();

    /** Handles one dead letter and those behind it again.
     *
     * @return true if all of them succeeded
     * @throws IllegalArgumentException if there is none with this id
     */
    boolean retry(long id);

    /** Handles all dead letters of the processor again.
     *
     * @return how many are left
     */
    int retryAll(String processor);

    /** Gives up on one dead letter; who did, and why, is kept.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    void discard(long id, String reason, String by);

    /**
     * One projection or automation.
     *
     * @param edition what its read model was made by; changes with its version and its tables
     * @param position up to which it has applied everything, or -1
     * @param behindEvents how many events it has not applied yet
     * @param aheadEvents by how many events it is beyond the end of the store, as after a restore without it; then it does not run
     * @param behind how long the oldest of these has waited
     * @param running whether this node or another works on it
     * @param rebuild how far a rebuild is, if one runs or failed
     */
    record Processor(
            String name,
            boolean projection,
            String edition,
            long position,
            long behindEvents,
            long aheadEvents,
            Duration behind,
            int deadLetters,
            boolean running,
            @Nullable Rebuild rebuild) {}

    /**
     * A rebuild on this node.
     *
     * @param done events applied so far, of {@code total} there are now
     * @param perSecond events per second since it began or was resumed
     * @param left how long it will probably take, unknown at the very beginning
     * @param failure what stopped it, without personal data
     */
    record Rebuild(
            Instant startedAt,
            long done,
            long total,
            double perSecond,
            @Nullable Duration left,
            @Nullable String failure) {}

    /**
     * One event that waits for a person.
     *
     * @param causeType the class of the error; null if it only waits behind another of the same aggregate
     * @param cause what went wrong, without personal data
     */
    record DeadLetter(
            long id,
            String processor,
            long position,
            String eventName,
            String aggregateId,
            @Nullable String causeType,
            @Nullable String cause,
            int tries,
            Instant enqueuedAt,
            Instant touchedAt) {}
}
