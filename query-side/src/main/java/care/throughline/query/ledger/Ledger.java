package care.throughline.query.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Merkle tree over all events (infra/docs/ledger.md); infra provides it. Hashes are in base64. */
public interface Ledger {

    /** How it stands now. */
    State state();

    /** The newest checkpoint with all its signatures; empty before the first. */
    Optional<String> checkpoint();

    /** The first hashes of a tile side by side, if the tree has so many there. */
    Optional<byte[]> tile(int level, long index, int width);

    /** The way from the event at this position to the root at that size, if the tree has been that large.
     *
     * @param size of the tree, or null for that of the newest checkpoint
     */
    Optional<Inclusion> inclusion(long position, @Nullable Long size);

    /** The proof that the tree of one size begins the tree of another, if both have been. */
    Optional<Consistency> consistency(long older, long newer);

    /** The event's inclusion in the newest checkpoint as a C2SP {@code tlog-proof}; empty until a checkpoint covers it. */
    Optional<String> proof(long position);

    /** Compares the stored events from one position to another, both included, with the tree and its newest checkpoint. */
    Verified verify(long from, long to);

    /** Writes the events of a selection with their proofs as a zip file.
     *
     * @throws IOException if the reader goes away
     */
    void export(Selection selection, OutputStream out) throws IOException;

    /**
     * How the ledger stands.
     *
     * @param size events hashed
     * @param stored events stored
     * @param contradiction why it refuses to go on, if it does
     * @param witness what the witness knows, if there is one
     * @param publicKey of the log, as signed notes write it; empty where no ledger is kept
     */
    record State(
            long size,
            long stored,
            @Nullable Signed checkpoint,
            @Nullable String contradiction,
            @Nullable Witness witness,
            String publicKey) {}

    /** A checkpoint and when it was signed. */
    record Signed(long size, Instant at, String root) {}

    /**
     * What a witness elsewhere has confirmed.
     *
     * @param size that it cosigned last, or 0
     * @param waitingSince when the oldest checkpoint that it has not cosigned was signed
     */
    record Witness(
            String name,
            long size,
            @Nullable Instant cosignedAt,
            @Nullable Instant waitingSince) {}

    /** An inclusion proof (RFC 6962, 2.1.1): the leaf's sibling first. */
    record Inclusion(long position, long size, String leaf, List<String> proof, String root) {}

    /** A consistency proof (RFC 6962, 2.1.2). */
    record Consistency(long older, long newer, String olderRoot, String newerRoot, List<String> proof) {}

    /**
     * What a comparison found.
     *
     * @param events how many were compared
     * @param firstAlteration the first position that is not as it was hashed, if any
     * @param sentence what was found, in plain words
     */
    record Verified(
            long from, long to, long events, @Nullable Long firstAlteration, String sentence) {

        public boolean holds() {
            return firstAlteration == null;
        }
    }

    /**
     * What an export shall contain.
     *
     * @param words what was asked for, on one line and without anything of a person
     * @param positions ascending, each once; or null for all that the newest checkpoint covers
     * @param since the size of a checkpoint whose continuation shall be proven, or null
     */
    record Selection(
            String words,
            @Nullable List<Long> positions,
            @Nullable Long since) {

        /** The same with a notice that has to go with it, empty for none. */
        public Selection with(String notice) {
            return notice.isEmpty() ? this : new Selection(words + "; " + notice, positions, since);
        }
    }
}
