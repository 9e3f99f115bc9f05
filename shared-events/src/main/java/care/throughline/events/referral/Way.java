package care.throughline.events.referral;

/** How a performer told us. */
public enum Way {
    /** By itself, on its secure page. */
    LINK,
    PHONE,
    FAX,
    LETTER
}
