package care.throughline.command.ledger;

/** What the ledger has signed and the store no longer holds; infra provides it. */
public interface SignedHistory {

    /** Compares everything.
     *
     * @throws care.throughline.command.Rejected if nothing is lost, or if something else is wrong than a restore explains
     */
    Loss loss();

    /**
     * A history that ends before it was signed.
     *
     * @param previous origin of the log that signed it
     * @param kept how many events it still agrees with
     * @param signed how many it had signed
     */
    record Loss(String previous, long kept, long signed) {}
}
