package care.throughline.events.restriction;

/** What the privacy officer found. */
public enum GlassReview {
    /** There was a reason, and what was opened fits it. */
    JUSTIFIED,
    /** Something has to be asked or taught, nothing was misused. */
    FOLLOW_UP,
    /** There was no reason: a matter for the organisation's own procedure. */
    NOT_JUSTIFIED
}
