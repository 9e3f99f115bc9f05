package care.throughline.events.authorization;

/** What a payer wants to have before it decides. */
public enum Missing {
    CLINICAL_NOTES,
    TEST_RESULTS,
    IMAGING,
    /** What was tried before, and how it went. */
    PRIOR_TREATMENT,
    LETTER_OF_NECESSITY,
    DIAGNOSIS_OR_SERVICE_CODE,
    OTHER
}
