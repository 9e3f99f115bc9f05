package care.throughline.events.referral;

/** Why a performer declines. */
public enum DeclineReason {
    NO_CAPACITY,
    NOT_OUR_FIELD,
    INSURANCE_NOT_TAKEN,
    PACKET_INCOMPLETE,
    TOO_FAR,
    OTHER
}
