package care.throughline.events.authorization;

/** Under which law a payer decides; the rule pack says its clocks and the levels of its appeals. */
public enum Program {
    MEDICARE_ADVANTAGE,
    MEDICAID_MANAGED_CARE,
    COMMERCIAL
}
