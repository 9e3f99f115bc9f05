package care.throughline.events.authorization;

/** How fast the payer has to decide; expedited where waiting could harm the patient. */
public enum Priority {
    STANDARD,
    EXPEDITED
}
