package care.throughline.infra.axon;

/** A {@link care.throughline.command.Rejected} on its way between two nodes. */
public record Refusal(String reason, String sentence) {}
