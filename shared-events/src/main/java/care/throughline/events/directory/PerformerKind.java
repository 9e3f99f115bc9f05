package care.throughline.events.directory;

/** What sort of place a performer is. */
public enum PerformerKind {
    CARE,
    PHARMACY,
    COMMUNITY_SERVICE
}
