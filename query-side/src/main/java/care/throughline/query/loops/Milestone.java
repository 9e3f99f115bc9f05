package care.throughline.query.loops;

/** What a referral reaches on its way: the ten states, and two moments between them that somebody waits for. */
public enum Milestone {
    CREATED("Created"),
    /** Offered to a performer: from here on, its time runs. */
    SENT("Sent"),
    ACCEPTED("Accepted"),
    /** Everybody who was asked has declined. */
    DECLINED("Declined by all"),
    SCHEDULED("Scheduled"),
    MISSED("Appointment missed"),
    APPOINTMENT_CANCELLED("Appointment cancelled"),
    SEEN("Seen"),
    /** The result came back. */
    REPORTED("Result back"),
    CANCELLATION_REQUESTED("Cancellation asked"),
    CANCELLED("Cancelled"),
    CLOSED("Closed");

    private final String label;

    Milestone(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
