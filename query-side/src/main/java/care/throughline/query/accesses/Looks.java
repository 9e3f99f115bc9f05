package care.throughline.query.accesses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of accesses, the last recorded first.
 *
 * @param before the position to pass for the next page, null at the end
 */
public record Looks(List<Look> looks, @Nullable Long before) {

    /**
     * One access. For a minute after it the same viewer may have seen the same people in the same view again.
     *
     * @param why a code: why it was allowed, or why not
     * @param purpose of use, an HL7 ActReason code
     * @param source {@code desk} for people, {@code api} for programs
     * @param view method and route as a template
     * @param address the network address that asked
     * @param people how many records it was about
     * @param first the first few persons of them, as merges stand now; only the one that was asked about, if one was
     */
    public record Look(
            long position,
            Instant at,
            Instant recordedAt,
            boolean shown,
            String why,
            String staff,
            String role,
            String purpose,
            String source,
            String view,
            String address,
            int people,
            List<Person> first,
            String correlation) {}

    /** Somebody whose data it was; the name is empty if it was never told or was forgotten. */
    public record Person(String patient, String name) {}

    /** How often somebody looked in a time: at how many people, and how often they were refused. */
    public record OfStaff(String staff, String role, int shown, int people, int refused) {}
}
