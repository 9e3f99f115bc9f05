package care.throughline.query.loops;

/** By what the numbers are told apart. */
public enum By {
    SPECIALTY("Specialty"),
    /** Who was asked, or who has it. */
    PERFORMER("Performer"),
    /** Who pays for the patient today, as far as anybody told. */
    PAYER("Payer");

    private final String label;

    By(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
