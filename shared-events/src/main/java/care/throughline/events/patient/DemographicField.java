package care.throughline.events.patient;

/** The demographic fields that sources tell; each is corrected on its own, the last told wins. */
public enum DemographicField {
    FAMILY,
    GIVEN,
    MIDDLE,
    /** ISO 8601 date. */
    BIRTH_DATE,
    /** HL7 table 0001: F, M, O, U. */
    SEX,
    STREET,
    CITY,
    STATE,
    ZIP,
    /** Digits only. */
    PHONE,
    /** ISO 639-1 code in lower case. */
    LANGUAGE,
    /** CDC race code. */
    RACE,
    /** CDC ethnicity code. */
    ETHNICITY,
    PAYER
}
