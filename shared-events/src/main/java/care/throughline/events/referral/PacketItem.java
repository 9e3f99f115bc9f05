package care.throughline.events.referral;

/** What a performer may need before it can decide; the rule pack says who needs what. */
public enum PacketItem {
    CLINICAL_SUMMARY,
    MEDICATION_LIST,
    ALLERGY_LIST,
    RECENT_RESULTS,
    FUNCTIONAL_STATUS,
    INSURANCE,
    CONSENT_TO_SHARE
}
