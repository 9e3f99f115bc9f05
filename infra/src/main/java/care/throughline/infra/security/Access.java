package care.throughline.infra.security;

import care.throughline.events.Sensitivity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one decision on access, pure, asked by every channel alike. It decides by role, on restricted charts by the care
 * relationship at that moment or broken glass, and on labelled data by the table of {@link Segments}.
 */
public final class Access {

    private static final Set<Role> CARING = Set.of(Role.COORDINATOR, Role.SUPERVISOR);

    /** What one may be permitted for, the weakest reason first. */
    private static final List<String> REASONS = List.of(
            "role-allows",
            "care-relationship",
            "own-note",
            "consented",
            "qualified-service",
            "audit-and-evaluation",
            "glass-broken",
            "medical-emergency");

    private Access() {}

    /**
     * What somebody wants.
     *
     * @param roles those they hold; none for nobody
     * @param purpose the purpose of use they state, an HL7 ActReason code
     * @param channel by which they come
     * @param restricted how they stand to the restricted chart that it is about, empty if it is about none
     * @param labelled how they stand to the labelled data that it is about, empty if it is about none
     */
    public record Question(
            Set<Role> roles,
            Capability capability,
            String purpose,
            Channel channel,
            Optional<Standing> restricted,
            Optional<Labelled> labelled) {

        /** The same, of a restricted chart. */
        public Question about(Standing standing) {
            return new Question(roles, capability, purpose, channel, Optional.of(standing), labelled);
        }

        /** The same, of labelled data. */
        public Question about(Labelled data) {
            return new Question(roles, capability, purpose, channel, restricted, Optional.of(data));
        }
    }

    /**
     * How somebody stands to labelled data of one person.
     *
     * @param consented a consent in force covers it, for their purpose and for them as recipient
     * @param related in the care relationship: accountable, or asked to take over
     * @param own they wrote it
     * @param emergency they broke the glass for harm that is near
     */
    public record Labelled(Sensitivity label, boolean consented, boolean related, boolean own, boolean emergency) {}

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

    /** Yes, no, or not these words. */
    public sealed interface Decision {
        /** Yes, in this role, for this reason: a stable code in kebab case. */
        record Permit(Role as, String why) implements Decision {}

        /** No, for this reason: a stable code in kebab case. */
        record Deny(String reason) implements Decision {}

        /** That it is there may be seen, what it says may not, for this reason: a stable code in kebab case. */
        record Redact(String reason) implements Decision {}
    }

    /** Of the reasons for which parts of an answer are permitted, the one that all of it is recorded under. */
    public static String strongest(Collection<String> reasons) {
        return reasons.stream().max(Comparator.comparingInt(REASONS::indexOf)).orElse("role-allows");
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
                .map(open -> question.labelled()
                        .map(labelled -> Segments.decide(allowed, labelled))
                        .orElse(open))
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
