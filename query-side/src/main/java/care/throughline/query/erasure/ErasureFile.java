package care.throughline.query.erasure;

import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.Span;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file on erasing one person; moments are instants. What people typed is null once the person is erased.
 *
 * @param patient the record that stood for the person when the file was opened
 * @param certificate what was destroyed, null before
 */
public record ErasureFile(
        String erasure,
        String patient,
        State state,
        @Nullable Request request,
        @Nullable Hold hold,
        @Nullable Refusal refusal,
        @Nullable Approval approval,
        @Nullable Certificate certificate) {

    /** Where the file stands; a hold comes on top. */
    public enum State {
        KEPT,
        REQUESTED,
        REFUSED,
        APPROVED,
        ERASING,
        ERASED
    }

    /** In whose name, on what ground and why it was put forward. */
    public record Request(
            String by,
            Instant at,
            Asker asker,
            Ground ground,
            @Nullable String reason) {}

    /** Nothing may be destroyed until it is lifted. */
    public record Hold(String by, Instant at, @Nullable String reason) {}

    /** Why the data must stay. */
    public record Refusal(
            String by,
            Instant at,
            Exemption exemption,
            @Nullable String reason) {}

    /** The second person. */
    public record Approval(String by, Instant at) {}

    /**
     * What was destroyed, and what that was looked at by.
     *
     * @param position of the event by which everything that shows data let go of the person
     * @param again whether that was after a restore
     * @param keys whose keys are gone: records and messages
     * @param shared messages that also told of others and stay sealed until the last of those is erased
     * @param affected where events stand whose personal parts can no longer be read; the events themselves stand
     * @param checkedAt when it was looked everywhere and nothing was left; null while that is not so
     */
    public record Certificate(
            Instant erasedAt,
            String requestedBy,
            String approvedBy,
            long position,
            boolean again,
            List<String> records,
            List<String> keys,
            List<String> shared,
            List<Span> affected,
            @Nullable Instant checkedAt,
            List<String> readModels,
            int deadLetters) {

        /** How many events have parts that can no longer be read. */
        public long events() {
            return affected.stream().mapToLong(Span::size).sum();
        }
    }
}
