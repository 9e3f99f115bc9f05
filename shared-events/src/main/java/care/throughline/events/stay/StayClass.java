package care.throughline.events.stay;

/** The class of a visit, in the codes of HL7 ActCode. */
public enum StayClass {
    /** Inpatient. */
    IMP,
    /** Observation. */
    OBS,
    /** Emergency. */
    EMER,
    /** Outpatient, clinic. */
    AMB,
    /** Pre-admission: not a stay until somebody is admitted. */
    PRE
}
