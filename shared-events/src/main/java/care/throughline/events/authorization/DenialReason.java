package care.throughline.events.authorization;

/** Why a payer says no; it has to say so specifically (42 CFR 422.122, 438.210, from 2026 on). */
public enum DenialReason {
    NOT_MEDICALLY_NECESSARY,
    NOT_COVERED,
    OUT_OF_NETWORK,
    INFORMATION_MISSING,
    LESSER_TREATMENT_FIRST,
    LIMIT_REACHED,
    NOT_ELIGIBLE,
    EXPERIMENTAL,
    OTHER
}
