package care.throughline.infra.sealing;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where wrapped keys are kept. Every change is committed by itself, before anything sealed with the key is stored. */
interface KeyRows {

    /** A subject's key, or that it was forgotten. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(byte @Nullable [] wrapped, String master) {}

    /** The rows there are among these subjects. */
    Map<String, Row> find(Collection<String> subjects);

    /** Adds a key unless the subject has a row already, and answers the row there is; whoever comes second finds the first one's. */
    Row findOrAdd(String subject, Row row);

    /** Deletes the key, remembers that it was deleted, and tells every node. */
    void forget(String subject, String master);

    /** Makes sure that no deleted key lingers where the others are kept. */
    void scrub();

    /** Whether any row was ever made. */
    boolean any();

    /** Puts a key wrapped by another master key in the place of one that has not changed in between. */
    boolean rewrap(String subject, Row before, Row after);

    /** Up to {@code limit} keys that another than this master key wrapped. */
    Map<String, Row> wrappedByOther(String master, int limit);
}
