package care.throughline.events.consent;

/** Who may receive data under a consent. */
public enum Recipient {
    /** Treating providers, payers and those who help them, ourselves among them: the general consent of 42 CFR 2.31(a)(4)(ii). */
    TREATING_TEAM,
    /** This organisation and nobody else. */
    ORGANISATION,
    /** One performer of the directory, by name, and nobody else: what we then send to it (42 CFR 2.31(a)(4)(i)). */
    PERFORMER
}
