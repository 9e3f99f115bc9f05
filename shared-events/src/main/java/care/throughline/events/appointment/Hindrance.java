package care.throughline.events.appointment;

/** What kept somebody from coming; a reason to help, and never a word about the person. */
public enum Hindrance {
    TRANSPORTATION,
    WORK_HOURS,
    LANGUAGE,
    COST,
    /** A child, a spouse or a parent needed them. */
    CARE_OF_OTHERS,
    TOO_ILL,
    MISTRUST,
    /** Nobody had told them, or not so that they understood. */
    NOT_TOLD,
    TECHNOLOGY,
    OTHER
}
