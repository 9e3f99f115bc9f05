package care.throughline.command.rules;

/**
 * What follows when a payer asks for more.
 *
 * @param information how long we have to send it
 * @param by for how much longer the payer may take, or how long it may take from then on
 */
public record Pending(Clock clock, Span information, Span by) {

    /** What becomes of the payer's clock. */
    public enum Clock {
        /** It stands still until the information is there, then what was left of it runs, at least {@code by}. */
        STOPS,
        /** It runs on, and ends later by {@code by}. */
        EXTENDED,
        /** It begins again with the information, and runs for {@code by}. */
        RESTARTS
    }
}
