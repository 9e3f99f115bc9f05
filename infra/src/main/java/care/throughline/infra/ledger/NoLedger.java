package care.throughline.infra.ledger;

import care.throughline.query.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is answered where Axon Server keeps the events: the ledger is kept over our own store only. */
final class NoLedger implements Ledger {

    private static final String SENTENCE = "Axon Server keeps the events here, and no ledger is kept over it.";

    @Override
    public State state() {
        return new State(0, 0, null, SENTENCE, null, "");
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> tile(int level, long index, int width) {
        return Optional.empty();
    }

    @Override
    public Optional<Inclusion> inclusion(long position, @Nullable Long size) {
        return Optional.empty();
    }

    @Override
    public Optional<Consistency> consistency(long older, long newer) {
        return Optional.empty();
    }

    @Override
    public Optional<String> proof(long position) {
        return Optional.empty();
    }

    @Override
    public Verified verify(long from, long to) {
        return new Verified(from, to, 0, null, SENTENCE);
    }

    @Override
    public void export(Selection selection, OutputStream out) throws IOException {
        throw new IOException(SENTENCE);
    }
}
