package care.throughline.events.transition;

/** The complexity of the decisions around a discharge; high makes the visit due within 7 days instead of 14. */
public enum Complexity {
    MODERATE,
    HIGH
}
