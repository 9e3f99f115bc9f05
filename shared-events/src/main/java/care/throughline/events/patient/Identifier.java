package care.throughline.events.patient;

/** A number by which an assigner knows a person; the two together identify, neither alone. */
public record Identifier(String assigner, String value, Type type) {

    /** HL7 table 0203: only medical record numbers and patient internal identifiers say who somebody is. */
    public enum Type {
        MR,
        PI
    }
}
