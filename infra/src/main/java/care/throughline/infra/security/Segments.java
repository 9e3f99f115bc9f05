package care.throughline.infra.security;

import static care.throughline.events.Sensitivity.CAREGIVER;
import static care.throughline.events.Sensitivity.PART2;
import static care.throughline.events.Sensitivity.PSYCHOTHERAPY;
import static care.throughline.infra.security.Role.COMPLIANCE;
import static care.throughline.infra.security.Role.COORDINATOR;
import static care.throughline.infra.security.Role.INTEGRATION;
import static care.throughline.infra.security.Role.PERFORMER;
import static care.throughline.infra.security.Role.SUPERVISOR;

import care.throughline.events.Sensitivity;
import care.throughline.infra.security.Access.Decision;
import care.throughline.infra.security.Access.Labelled;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Who sees labelled data, and why: the first line of the table that fits permits; where none does, the label says what is left. */
final class Segments {

    private static final Set<Role> CARING = Set.of(COORDINATOR, SUPERVISOR);

    private static final List<Line> TABLE = List.of(
            line(PART2, CARING, Labelled::consented, "consented"), // 42 CFR 2.31, 2.33
            line(PART2, Set.of(PERFORMER), Labelled::consented, "consented"), // by name: 42 CFR 2.31(a)(4)(i)
            line(PART2, CARING, Labelled::emergency, "medical-emergency"), // 42 CFR 2.51
            line(PART2, Set.of(COMPLIANCE), Segments::always, "audit-and-evaluation"), // 42 CFR 2.53
            line(PART2, Set.of(INTEGRATION), Segments::always, "qualified-service"), // 42 CFR 2.12(c)(4)
            line(PSYCHOTHERAPY, CARING, Labelled::own, "own-note"), // 45 CFR 164.508(a)(2)(i)(A)
            line(PSYCHOTHERAPY, CARING, Labelled::consented, "consented"), // 45 CFR 164.508(a)(2)
            line(PSYCHOTHERAPY, CARING, Labelled::emergency, "medical-emergency"), // 45 CFR 164.512(j)(1)(i)
            line(CAREGIVER, CARING, Labelled::own, "own-note"),
            line(CAREGIVER, CARING, Labelled::related, "care-relationship"),
            line(CAREGIVER, CARING, Labelled::consented, "consented"),
            line(CAREGIVER, CARING, Labelled::emergency, "medical-emergency"),
            line(CAREGIVER, Set.of(COMPLIANCE), Segments::always, "audit-and-evaluation"));

    private Segments() {}

    /** One line: these roles, if that holds, for this reason. */
    private record Line(Sensitivity label, Set<Role> roles, Predicate<Labelled> holds, String why) {}

    /** Decides for the roles that may at all.
     *
     * @param allowed in the order of their weight
     */
    static Decision decide(List<Role> allowed, Labelled data) {
        return allowed.stream()
                .flatMap(role -> TABLE.stream()
                        .filter(line -> line.label() == data.label()
                                && line.roles().contains(role)
                                && line.holds().test(data))
                        .<Decision>map(line -> new Decision.Permit(role, line.why())))
                .findFirst()
                .orElseGet(() -> otherwise(data.label()));
    }

    /** That somebody is a patient of a program must not be told (42 CFR 2.13(c)); that a note was written may. */
    private static Decision otherwise(Sensitivity label) {
        return switch (label) {
            case PART2 -> new Decision.Deny("no-consent");
            case PSYCHOTHERAPY, CAREGIVER -> new Decision.Redact("kept-apart");
        };
    }

    private static Line line(Sensitivity label, Set<Role> roles, Predicate<Labelled> holds, String why) {
        return new Line(label, roles, holds, why);
    }

    private static boolean always(Labelled data) {
        return true;
    }
}
