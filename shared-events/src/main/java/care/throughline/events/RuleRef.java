package care.throughline.events;

/** The rule that caused something: its id in the rule pack and the pack's version. */
public record RuleRef(String id, String version) {}
