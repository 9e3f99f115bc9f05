package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import care.throughline.infra.merkle.Prover;
import care.throughline.query.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger over the event store. */
final class LedgerOfStore implements Ledger {

    private final LedgerParts parts;
    private final Status status;
    private final Prover prover;

    LedgerOfStore(LedgerParts parts, Status status) {
        this.parts = parts;
        this.status = status;
        this.prover = new Prover(parts.tiles());
    }

    @Override
    public State state() {
        return status.read();
    }

    @Override
    public Optional<String> checkpoint() {
        return parts.checkpoints().latest().map(parts.checkpoints()::cosigned);
    }

    @Override
    public Optional<byte[]> tile(int level, long index, int width) {
        return Optional.ofNullable(parts.tiles().tile(level, index, width).first(width));
    }

    @Override
    public Optional<Inclusion> inclusion(long position, @Nullable Long size) {
        long kept = parts.tiles().size();
        long wanted = size == null
                ? parts.checkpoints().latest().map(Checkpoint::size).orElse(0L)
                : size;
        return position < 0 || position >= wanted || wanted > kept
                ? Optional.empty()
                : Optional.of(new Inclusion(
                        position,
                        wanted,
                        parts.tiles().root(0, position).toString(),
                        texts(prover.inclusion(position, wanted)),
                        prover.root(wanted).toString()));
    }

    @Override
    public Optional<Consistency> consistency(long older, long newer) {
        return older < 0 || older > newer || newer > parts.tiles().size()
                ? Optional.empty()
                : Optional.of(new Consistency(
                        older,
                        newer,
                        prover.root(older).toString(),
                        prover.root(newer).toString(),
                        texts(prover.consistency(older, newer))));
    }

    @Override
    public Optional<String> proof(long position) {
        return parts.checkpoints()
                .latest()
                .filter(checkpoint -> position >= 0 && position < checkpoint.size())
                .map(checkpoint -> ProofText.of(
                        position,
                        prover.inclusion(position, checkpoint.size()),
                        parts.checkpoints().cosigned(checkpoint)));
    }

    @Override
    public Verified verify(long from, long to) {
        long size = parts.tiles().size();
        long first = Math.max(0, from);
        long last = Math.min(to, size - 1);
        if (first > last) {
            return new Verified(from, to, 0, null, "The ledger holds no event in that range yet.");
        }
        try {
            parts.comparison().events(first, last, size);
            Optional<Checkpoint> checkpoint = parts.checkpoints().latest();
            if (checkpoint.isPresent()) {
                parts.comparison().tree(checkpoint.get(), size);
            }
            return new Verified(
                    first,
                    last,
                    last - first + 1,
                    null,
                    "Every event is the one that was hashed, and the hashes make the root that was signed.");
        } catch (Contradiction found) {
            return new Verified(first, last, last - first + 1, found.position(), "Found: " + found.sentence() + ".");
        }
    }

    @Override
    public void export(Selection selection, OutputStream out) throws IOException {
        new Export(parts, prover).write(selection, out);
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
