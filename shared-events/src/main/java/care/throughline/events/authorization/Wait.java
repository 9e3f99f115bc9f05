package care.throughline.events.authorization;

/** What an authorization waits for; each wait has a clock of its own. */
public enum Wait {
    /** The payer decides. */
    DECISION,
    /** We send what the payer has asked for. */
    INFORMATION,
    /** We appeal, or let the decision stand. */
    APPEAL,
    /** The payer, or whoever is above it, decides on the appeal. */
    APPEAL_DECISION,
    /** What was approved is used before it runs out. */
    USE;

    /** True if it is our turn, false if it is the payer's. */
    public boolean isOurs() {
        return switch (this) {
            case INFORMATION, APPEAL, USE -> true;
            case DECISION, APPEAL_DECISION -> false;
        };
    }
}
