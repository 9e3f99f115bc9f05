package care.throughline.events.referral;

/** How a performer told us. */
public enum Way {
    /** By itself, on its secure page. */
    LINK,
    /** By itself, from a system of its own, over FHIR or HL7 v2. */
    SYSTEM,
    PHONE,
    FAX,
    LETTER,
    /** At our own desk: somebody else asked, and we are the performer. */
    DESK
}
