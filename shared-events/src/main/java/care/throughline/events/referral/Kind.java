package care.throughline.events.referral;

/** What is asked of the performer. */
public enum Kind {
    /** To see the patient and advise. */
    CONSULTATION,
    /** To give a service: therapy, home visits, food, a ride. */
    SERVICE,
    /** To take the patient over; until the patient is seen there, nobody has moved. */
    TRANSFER_OF_CARE
}
