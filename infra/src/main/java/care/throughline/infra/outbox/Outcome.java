package care.throughline.infra.outbox;

/** What became of one attempt to send a message; {@code code} never holds words of the other side. */
sealed interface Outcome {

    String code();

    /** The other side has it. */
    record Delivered(String code) implements Outcome {}

    /** The other side will not take it as it is: a person has to look. */
    record Refused(String code) implements Outcome {}

    /** It was not reached, or could not take it now: another attempt may succeed. */
    record Unreached(String code) implements Outcome {}
}
