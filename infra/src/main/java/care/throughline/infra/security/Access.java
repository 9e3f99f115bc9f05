package care.throughline.infra.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one decision on access, pure, asked by every channel alike. It decides by role, and on restricted charts by
 * the care relationship at that moment or broken glass.
 */
public final class Access {

    private static final Set<Role> CARING = Set.of(Role.COORDINATOR, Role.SUPERVISOR);

    private Access() {}

    /**
     * What somebody wants.
     *
     * @param roles those they hold; none for nobody
     * @param purpose the purpose of use they state, an HL7 ActReason code
     * @param channel by which they come
     * @param restricted how they stand to the restricted chart that it is about, empty if it is about none
     */
    public record Question(
            Set<Role> roles, Capability capability, String purpose, Channel channel, Optional<Standing> restricted) {

        /** The same, of a restricted chart. */
        public Question about(Standing standing) {
            return new Question(roles, capability, purpose, channel, Optional.of(standing));
        }
    }

    /** How somebody stands to a restricted chart.
     *
     * @param related in the care relationship: accountable, or asked to take over
     * @param brokeGlass let in for an hour, to be reviewed
     */
    public record Standing(boolean related, boolean brokeGlass) {}

    /** By which way somebody comes; the answer must never depend on it, and a test holds that. */
    public enum Channel {
        PAGE,
        API,
        FHIR
    }

    /** Yes or no. */
    public sealed interface Decision {
        /** Yes, in this role, for this reason: a stable code in kebab case. */
        record Permit(Role as, String why) implements Decision {}

        /** No, for this reason: a stable code in kebab case. */
        record Deny(String reason) implements Decision {}
    }

    /** Decides, the same for the same question always. */
    public static Decision decide(Question question) {
        if (question.roles().isEmpty()) {
            return new Decision.Deny("not-signed-in");
        }
        List<Role> allowed = question.roles().stream()
                .filter(question.capability().roles()::contains)
                .sorted()
                .toList();
        if (allowed.isEmpty()) {
            return new Decision.Deny("role-not-allowed");
        }
        return allowed.stream()
                .flatMap(role ->
                        why(role, question.restricted()).stream().<Decision>map(why -> new Decision.Permit(role, why)))
                .findFirst()
                .orElseGet(() -> new Decision.Deny("chart-restricted"));
    }

    /** Why this role opens it, empty if it does not: who cares for patients needs a reason for a restricted chart. */
    private static Optional<String> why(Role role, Optional<Standing> restricted) {
        if (restricted.isEmpty() || !CARING.contains(role)) {
            return Optional.of("role-allows");
        }
        if (restricted.get().related()) {
            return Optional.of("care-relationship");
        }
        return restricted.get().brokeGlass() ? Optional.of("glass-broken") : Optional.empty();
    }
}
