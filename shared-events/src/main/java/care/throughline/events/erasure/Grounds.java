package care.throughline.events.erasure;

/** The legal grounds that an erasure, or its refusal, rests on. */
public final class Grounds {

    private Grounds() {}

    /** Who asked. */
    public enum Asker {
        PATIENT,
        REPRESENTATIVE,
        AUTHORITY,
        /** Nobody: the house's own retention schedule. */
        HOUSE
    }

    /** Why data must go; GDPR Art. 17(1), and the end of a retention period. */
    public enum Ground {
        /** Art. 17(1)(a). */
        NO_LONGER_NEEDED,
        /** Art. 17(1)(b). */
        CONSENT_WITHDRAWN,
        /** Art. 17(1)(c). */
        OBJECTED,
        /** Art. 17(1)(d). */
        UNLAWFULLY_PROCESSED,
        /** Art. 17(1)(e). */
        LEGAL_OBLIGATION,
        /** The record's retention period is over. */
        RETENTION_ENDED
    }

    /** Why data must stay; GDPR Art. 17(3). */
    public enum Exemption {
        /** Art. 17(3)(b): a duty to keep records has not ended. */
        DUTY_TO_KEEP,
        /** Art. 17(3)(c). */
        PUBLIC_HEALTH,
        /** Art. 17(3)(d). */
        RESEARCH,
        /** Art. 17(3)(e). */
        LEGAL_CLAIMS,
        /** Whoever asked has not shown who they are, or may not ask. */
        NOT_ENTITLED
    }
}
