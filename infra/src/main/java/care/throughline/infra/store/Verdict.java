package care.throughline.infra.store;

/** What became of one append within its batch, once the batch is committed. */
sealed interface Verdict {

    Append append();

    /** It is in, and ends at this position. */
    record Stored(Append append, long lastPosition) implements Verdict {}

    /** It alone is not in. */
    record Refused(Append append, RuntimeException why) implements Verdict {}

    /** Tells the command that waits. */
    default void tell() {
        switch (this) {
            case Stored stored -> stored.append().storedAt(stored.lastPosition());
            case Refused refused -> refused.append().refused(refused.why());
        }
    }
}
