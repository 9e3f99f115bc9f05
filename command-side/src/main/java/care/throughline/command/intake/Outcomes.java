package care.throughline.command.intake;

/** Is told how each message ended, to be counted. */
@FunctionalInterface
public interface Outcomes {

    /** Counts one message.
     *
     * @param source as in {@code Meta.SOURCE}, never a person
     * @param outcome {@code applied}, {@code repeated}, or the reason why it was set aside
     */
    void count(String source, String outcome);
}
