package care.throughline.events.authorization;

/** Where an authorization stands. */
public enum AuthorizationStatus {
    REQUESTED,
    /** The payer has asked for more. */
    PENDED,
    APPROVED,
    PARTLY_APPROVED,
    DENIED,
    APPEALED,
    /** What was approved ran out. */
    EXPIRED,
    WITHDRAWN
}
