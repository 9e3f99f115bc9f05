package care.throughline.command;

/** The one business refusal: a reason code for machines and a sentence for people. */
public final class Rejected extends RuntimeException {

    private final String reason;

    /**
     * @param reason a stable code in kebab case, for example {@code transition-already-ended}
     * @param message a sentence that a nurse can read, without personal data, saying what to do
     */
    public Rejected(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
