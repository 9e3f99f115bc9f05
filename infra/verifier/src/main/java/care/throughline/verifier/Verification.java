package care.throughline.verifier;

import java.io.IOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The five steps of infra/docs/ledger.md, each told in a sentence once it holds. */
final class Verification {

    private final Export export;
    private final Consumer<String> tell;

    Verification(Export export, Consumer<String> tell) {
        this.export = export;
        this.tell = tell;
    }

    /**
     * @param given the key of the log, or null to take the one in the export
     * @param known checkpoints from elsewhere, or an empty text
     * @param witness the key of a witness that must have cosigned, or null
     */
    void run(@Nullable Key given, String known, @Nullable Key witness) throws Altered, Unchecked, IOException {
        Key key = given == null ? Key.parse(export.text("ledger.vkey")) : given;
        tell.accept(
                given == null
                        ? "The key is the one inside the export, " + key.shown()
                                + ": compare it with one from elsewhere."
                        : "The key is yours, " + key.shown() + ".");
        String text = export.text("checkpoint");
        Checkpoint checkpoint = Checkpoint.parse(text, key, "the checkpoint");
        tell.accept("The checkpoint of " + checkpoint.size() + " events is signed by the log.");
        cosigned(checkpoint, witness);
        Promise promise = Promise.parse(export.text("export.note"), key);
        if (promise.size() != checkpoint.size()) {
            throw new Altered("the checkpoint and the note of the export are of different sizes");
        }
        tell.accept("The log signed that this export holds "
                + promise.positions().count() + " events, of " + promise.of() + ".");
        List<Checkpoint> past = known.isEmpty() ? List.of() : Checkpoint.parseAll(known, key);
        Walk walk = new Walk(export, checkpoint, text, promise);
        walk.expect(past);
        long events = walk.run();
        walk.finish();
        tell.accept("All " + events + " events are there, in order, and are those that the log holds.");
        if (!past.isEmpty()) {
            continues(past, checkpoint, walk.isComplete());
        }
    }

    private void cosigned(Checkpoint checkpoint, @Nullable Key witness) throws Altered {
        if (witness == null) {
            return;
        }
        if (!checkpoint.note().isCosignedBy(witness)) {
            throw new Altered("the checkpoint is not cosigned by the witness " + witness.shown());
        }
        tell.accept("The witness " + witness.shown() + " has seen the same checkpoint.");
    }

    private void continues(List<Checkpoint> past, Checkpoint checkpoint, boolean complete) throws Altered, Unchecked {
        Checkpoint newest = past.stream()
                .filter(each -> each.size() <= checkpoint.size())
                .max(Comparator.comparingLong(Checkpoint::size))
                .orElseThrow(
                        () -> new Unchecked("every known checkpoint is newer than the export: take a newer export"));
        if (newest.size() == checkpoint.size() && !newest.root().equals(checkpoint.root())) {
            throw new Altered("the log signed two different trees of " + newest.size() + " events: it has forked");
        }
        if (!complete && newest.size() < checkpoint.size() && newest.size() > 0) {
            proveContinuation(newest, checkpoint);
        }
        tell.accept("It continues the checkpoint of " + newest.size() + " events that you knew.");
    }

    private void proveContinuation(Checkpoint older, Checkpoint newer) throws Altered, Unchecked {
        if (!export.has("consistency")) {
            throw new Unchecked(
                    "the export brings no proof that it continues the known checkpoint: take it again with since="
                            + older.size());
        }
        List<String> lines = List.of(export.text("consistency").stripTrailing().split("\n", -1));
        if (!lines.get(0).equals("old " + older.size())) {
            throw new Unchecked("the export continues another checkpoint: take it again with since=" + older.size());
        }
        List<byte[]> proof = Hashes.parse(lines.subList(1, lines.size()), "the proof of consistency");
        byte[] before = Base64.getDecoder().decode(older.root());
        byte[] after = Base64.getDecoder().decode(newer.root());
        if (!new Tree().continues(older.size(), newer.size(), before, after, proof)) {
            throw new Altered("the tree of the export does not continue the known checkpoint of " + older.size()
                    + " events: it has forked");
        }
    }
}
