package care.throughline.infra.access;

import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import care.throughline.infra.access.Verdicts.Verdict;
import care.throughline.infra.security.Access.Decision.Permit;
import care.throughline.query.segments.Owner.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Labelled data that an answer shows: why, under which consents, and the notice that goes with it.
 *
 * @param why the reasons, stable codes
 * @param consents by their ids, each with its scope in words
 */
record Disclosed(Set<Sensitivity> labels, Set<String> why, Map<String, String> consents) {

    /** The short notice of 42 CFR 2.32(a)(2), word for word. */
    private static final String PART2 = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /** More consents than that are not told one by one: lists of people. */
    private static final int TOLD = 3;

    static Optional<Disclosed> of(Verdicts verdicts) {
        List<Verdict> open = verdicts.all().stream()
                .filter(one -> one.decision() instanceof Permit)
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Disclosed none = new Disclosed(Set.of(), Set.of(), Map.of());
        return Optional.of(open.stream().map(Disclosed::one).reduce(none, Disclosed::with));
    }

    private static Disclosed one(Verdict verdict) {
        String why = ((Permit) verdict.decision()).why();
        Map<String, String> consents = why.equals("consented")
                ? verdict.owner().consents().stream()
                        .collect(Collectors.toMap(Scope::consent, Scope::words, (one, same) -> one))
                : Map.of();
        return new Disclosed(Set.of(verdict.owner().label()), Set.of(why), consents);
    }

    Disclosed with(Disclosed more) {
        Set<Sensitivity> allLabels = new TreeSet<>(labels);
        allLabels.addAll(more.labels);
        Set<String> allWhy = new TreeSet<>(why);
        allWhy.addAll(more.why);
        Map<String, String> allConsents = new TreeMap<>(consents);
        allConsents.putAll(more.consents);
        return new Disclosed(allLabels, allWhy, allConsents);
    }

    /** What the law asks to go with it: the prohibition, and by which right it is shown, with the scope of a consent (42 CFR
     * 2.32(b)). Empty if it asks for nothing. */
    Optional<String> notice() {
        return labels.contains(Sensitivity.PART2)
                ? Optional.of(PART2 + " Shown " + why.stream().map(this::basis).collect(Collectors.joining("; ")) + ".")
                : Optional.empty();
    }

    /** For the record of the access: the label, the consents, the notice word for word. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Meta.LABELS, Sensitivity.print(labels));
        if (!consents.isEmpty()) {
            metadata.put(Meta.CONSENTS, String.join(" ", consents.keySet()));
        }
        notice().ifPresent(words -> metadata.put(Meta.NOTICE, words));
        return metadata;
    }

    private String basis(String reason) {
        return switch (reason) {
            case "consented" -> "under written consent" + scope();
            case "medical-emergency" -> "in a medical emergency (42 CFR 2.51)";
            case "audit-and-evaluation" -> "for audit and evaluation (42 CFR 2.53)";
            case "qualified-service" -> "to a qualified service (42 CFR 2.12(c)(4))";
            default -> reason;
        };
    }

    private String scope() {
        Set<String> scopes = new TreeSet<>(consents.values());
        return scopes.size() > TOLD ? ", its scope with each person's consents" : " " + String.join(" or ", scopes);
    }
}
