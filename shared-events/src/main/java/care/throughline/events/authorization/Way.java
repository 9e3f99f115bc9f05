package care.throughline.events.authorization;

/** How word goes between us and the payer. */
public enum Way {
    PORTAL,
    PHONE,
    FAX,
    LETTER,
    SYSTEM
}
