package care.throughline.infra.security;

import java.util.Optional;
import java.util.Set;

/**
 * The one decision on access, pure, asked by every channel alike. It decides by role; the care relationship at that
 * moment, labels, consent and break-glass will be further components of {@link Question} and further lines of
 * {@link #decide}.
 */
public final class Access {

    private Access() {}

    /**
     * What somebody wants.
     *
     * @param roles those they hold; none for nobody
     * @param purpose the purpose of use they state, an HL7 ActReason code
     * @param channel by which they come
     */
    public record Question(Set<Role> roles, Capability capability, String purpose, Channel channel) {}

    /** By which way somebody comes; the answer must never depend on it, and a test holds that. */
    public enum Channel {
        PAGE,
        API,
        FHIR
    }

    /** Yes or no. */
    public sealed interface Decision {
        /** Yes, in this role. */
        record Permit(Role as) implements Decision {}

        /** No, for this reason: a stable code in kebab case. */
        record Deny(String reason) implements Decision {}
    }

    /** Decides, the same for the same question always. */
    public static Decision decide(Question question) {
        if (question.roles().isEmpty()) {
            return new Decision.Deny("not-signed-in");
        }
        Optional<Role> allowed = question.roles().stream()
                .filter(question.capability().roles()::contains)
                .sorted()
                .findFirst();
        return allowed.<Decision>map(Decision.Permit::new).orElseGet(() -> new Decision.Deny("role-not-allowed"));
    }
}
