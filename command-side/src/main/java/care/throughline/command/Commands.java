package care.throughline.command;

import java.util.Map;
import java.util.function.Supplier;

/** Sends a command to where it is decided and waits until what it caused is stored. */
public interface Commands {

    /** Sends it in the name of whoever is signed in.
     *
     * @throws Rejected if the rules say no
     */
    Recorded send(Object command);

    /** Sends it with metadata of its own, keyed as {@link care.throughline.events.Meta} says; for channels and automations.
     *
     * @throws Rejected if the rules say no
     */
    Recorded send(Object command, Map<String, String> metadata);

    /** Sends it with metadata of its own and hands back what its handler answered.
     *
     * @throws Rejected if the rules say no
     */
    <R> R ask(Object command, Map<String, String> metadata, Class<R> answer);

    /** Has everything stored together, all of it or nothing, that the commands cause which this work sends and asks. The work
     * may be done again, because somebody else was faster with the same aggregate: it does nothing besides.
     *
     * @throws Rejected if the rules say no to any of them
     */
    <R> Together<R> together(Supplier<R> work);

    /** What such work answered, and where the store stood when all of it was stored. */
    record Together<R>(R answer, Recorded recorded) {}
}
