package care.throughline.infra.security;

/** What somebody is here for; each comes with the purpose of use that their access is recorded under (HL7 ActReason). */
public enum Role {
    COORDINATOR("TREAT"),
    SUPERVISOR("TREAT"),
    COMPLIANCE("HCOMPL"),
    ANALYST("HOPERAT"),
    INTEGRATION("TREAT"),
    OPERATOR("HSYSADMIN"),
    /** A performer: on its secure page, or by a client of its own system; never somebody with an account. */
    PERFORMER("TREAT");

    private final String purpose;

    Role(String purpose) {
        this.purpose = purpose;
    }

    /** The code from HL7's PurposeOfUse value set. */
    public String purpose() {
        return purpose;
    }

    /** The name of the granted authority, as Spring Security spells it. */
    String authority() {
        return "ROLE_" + name();
    }
}
