package care.throughline.events.referral;

/** Where a referral stands: the ten states that BSeR and IHE 360X share, each with BSeR's code. */
public enum ReferralStatus {
    /** Drafted or sent; nobody has accepted it. */
    CREATED("2.0"),
    ACCEPTED("3.0"),
    /** Everybody who was asked has declined. */
    DECLINED("4.0"),
    SCHEDULED("5.1.1"),
    /** The patient did not come. */
    MISSED("5.1.2"),
    APPOINTMENT_CANCELLED("5.1.3"),
    /** The patient was seen, helped, or taken over. */
    SEEN("5.1.4"),
    CANCELLATION_REQUESTED("5.2"),
    CANCELLED("6.0"),
    /** The result is back and was read. */
    CLOSED("7.0");

    private final String code;

    ReferralStatus(String code) {
        this.code = code;
    }

    /** The code of BSeR's business status. */
    public String code() {
        return code;
    }

    /** True if nothing is waited for any more. */
    public boolean isOver() {
        return switch (this) {
            case CANCELLED, CLOSED -> true;
            case CREATED, ACCEPTED, DECLINED, SCHEDULED, MISSED, APPOINTMENT_CANCELLED, SEEN, CANCELLATION_REQUESTED ->
                false;
        };
    }
}
