package care.throughline.events.disclosure;

/** What allowed a disclosure that has to be accounted for: 45 CFR 164.512, by its paragraphs, or nothing did. */
public enum Basis {
    /** (a). */
    REQUIRED_BY_LAW,
    /** (b). */
    PUBLIC_HEALTH,
    /** (c): abuse, neglect or domestic violence. */
    ABUSE_REPORT,
    /** (d). */
    HEALTH_OVERSIGHT,
    /** (e): a court or a tribunal. */
    JUDICIAL,
    /** (f). */
    LAW_ENFORCEMENT,
    /** (g): coroners, medical examiners, funeral directors. */
    ABOUT_DECEASED,
    /** (h). */
    ORGAN_DONATION,
    /** (i): research without the person's authorization. */
    RESEARCH,
    /** (j). */
    SERIOUS_THREAT,
    /** (k): the military, national security, custody. */
    GOVERNMENT_FUNCTION,
    /** (l). */
    WORKERS_COMPENSATION,
    /** Nothing allowed it: sent to the wrong place, or more than was allowed. */
    BY_MISTAKE
}
