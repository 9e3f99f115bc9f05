package care.throughline.events.appointment;

/** What somebody is bound to at a standing time. */
public enum CommitmentKind {
    DIALYSIS,
    /** Infusions, radiation, therapy in a group. */
    TREATMENT,
    WORK,
    SCHOOL,
    CARE_OF_OTHERS,
    FAITH,
    OTHER
}
