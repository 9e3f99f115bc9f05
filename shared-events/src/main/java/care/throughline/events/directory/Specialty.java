package care.throughline.events.directory;

/** What a performer does: a clinical specialty, a kind of facility, or help with a social need. */
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
    FOOD,
    HOUSING,
    TRANSPORTATION;

    /** True for help with a social need, false for care. */
    public boolean isSocial() {
        return switch (this) {
            case FOOD, HOUSING, TRANSPORTATION -> true;
            case PRIMARY_CARE,
                    CARDIOLOGY,
                    PULMONOLOGY,
                    NEPHROLOGY,
                    ENDOCRINOLOGY,
                    NEUROLOGY,
                    BEHAVIORAL_HEALTH,
                    PHYSICAL_THERAPY,
                    HOME_HEALTH,
                    SKILLED_NURSING -> false;
        };
    }
}
