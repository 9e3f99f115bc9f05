package care.throughline.events.stay;

/** A diagnosis as told: code, its coding system (for example {@code I10}) and the source's words. */
public record Diagnosis(String code, String system, String text) {}
