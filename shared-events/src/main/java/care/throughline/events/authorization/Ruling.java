package care.throughline.events.authorization;

/** What became of an appeal. */
public enum Ruling {
    /** The decision before it stands. */
    UPHELD,
    /** Some of it is granted now. */
    PARTLY_OVERTURNED,
    /** All of it is granted now. */
    OVERTURNED
}
