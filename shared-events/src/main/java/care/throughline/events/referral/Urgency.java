package care.throughline.events.referral;

/** How long each step may take; the rule pack says the days. */
public enum Urgency {
    ROUTINE,
    URGENT
}
