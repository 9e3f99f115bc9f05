package care.throughline.events.ledger;

/** Why everything was set back to an earlier moment. */
public enum RestoreCause {
    DISK_LOST,
    DATA_DAMAGED,
    MISTAKE_UNDONE,
    DRILL
}
