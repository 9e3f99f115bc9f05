package care.throughline.events.directory;

/** What a performer does: a clinical specialty, a kind of facility, a pharmacy, or help with a social need. */
public enum Specialty {
    PRIMARY_CARE,
    CARDIOLOGY,
    PULMONOLOGY,
    NEPHROLOGY,
    ENDOCRINOLOGY,
    NEUROLOGY,
    BEHAVIORAL_HEALTH,
    PHYSICAL_THERAPY,
    HOME_HEALTH,
    SKILLED_NURSING,
    PHARMACY,
    FOOD,
    HOUSING,
    TRANSPORTATION,
    FINANCIAL_HELP,
    CAREGIVER_SUPPORT;

    /** True for help with a social need, false for care. */
    public boolean isSocial() {
        return kind() == PerformerKind.COMMUNITY_SERVICE;
    }

    /** What sort of place does this. */
    public PerformerKind kind() {
        return switch (this) {
            case FOOD, HOUSING, TRANSPORTATION, FINANCIAL_HELP, CAREGIVER_SUPPORT -> PerformerKind.COMMUNITY_SERVICE;
            case PHARMACY -> PerformerKind.PHARMACY;
            case PRIMARY_CARE,
                    CARDIOLOGY,
                    PULMONOLOGY,
                    NEPHROLOGY,
                    ENDOCRINOLOGY,
                    NEUROLOGY,
                    BEHAVIORAL_HEALTH,
                    PHYSICAL_THERAPY,
                    HOME_HEALTH,
                    SKILLED_NURSING -> PerformerKind.CARE;
        };
    }
}
