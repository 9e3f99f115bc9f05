package care.throughline.events.directory;

/**
 * How a performer is told of its referrals; none of it is secret.
 *
 * @param address of its system: {@code host:port} for HL7 v2, the base of the server for FHIR, empty for none and links
 * @param tls whether the connection is encrypted; for FHIR the address says so
 * @param application how its system calls itself in HL7 v2 (MSH-3), empty otherwise
 * @param facility the same for its house (MSH-4)
 */
public record Reach(Channel channel, String address, boolean tls, String application, String facility) {

    /** People call, or send a fax. */
    public static final Reach BY_PEOPLE = new Reach(Channel.NONE, "", false, "", "");

    /** By which way. */
    public enum Channel {
        /** By people: phone, fax, letter. */
        NONE,
        /** By a secure page, for which somebody here makes a link. */
        LINK,
        /** By its own FHIR R4 server. */
        FHIR,
        /** By its own system, over HL7 v2 and MLLP, after IHE 360X. */
        HL7
    }
}
