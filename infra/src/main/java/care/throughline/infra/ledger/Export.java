package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.merkle.Prover;
import care.throughline.query.ledger.Ledger.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes exports: events with everything that is needed to verify them elsewhere (infra/docs/ledger.md). */
final class Export {

    private final LedgerParts parts;
    private final Prover prover;

    Export(LedgerParts parts, Prover prover) {
        this.parts = parts;
        this.prover = prover;
    }

    /** Writes it as a zip file; positions that no checkpoint covers yet are left for the next one. */
    void write(Selection selection, OutputStream out) throws IOException {
        Checkpoint checkpoint =
                parts.checkpoints().latest().orElseGet(() -> Checkpoint.sign(0, prover.root(0), parts.key()));
        String cosigned = parts.checkpoints().cosigned(checkpoint);
        Positions positions = Positions.of(selection.positions(), checkpoint.size());
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            file(zip, "export.note", note(selection, checkpoint.size(), positions));
            file(zip, "checkpoint", cosigned);
            file(zip, "ledger.vkey", parts.key().verifying().line() + "\n");
            if (selection.since() != null && selection.since() <= checkpoint.size()) {
                file(zip, "consistency", consistency(selection.since(), checkpoint.size()));
            }
            boolean complete = positions.isAllOf(checkpoint.size());
            if (complete) {
                leaves(zip, checkpoint.size());
            }
            events(zip, positions);
            if (!complete) {
                proofs(zip, positions, checkpoint.size(), cosigned);
            }
        }
    }

    private String note(Selection selection, long size, Positions positions) {
        return parts.key()
                .sign("throughline/export/1\norigin " + parts.key().origin() + "\nsize " + size + "\nof "
                        + selection.words().replaceAll("\\s+", " ") + "\npositions " + positions + "\n");
    }

    private String consistency(long older, long newer) {
        return "old " + older + "\n" + ProofText.lines(prover.consistency(older, newer));
    }

    private void leaves(ZipOutputStream zip, long size) throws IOException {
        zip.putNextEntry(new ZipEntry("leaves"));
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            int width = (int) Math.min(Tile.WIDTH, size - index * Tile.WIDTH);
            byte[] hashes = Optional.ofNullable(
                            parts.tiles().tile(0, index, width).first(width))
                    .orElseThrow(() -> new IOException("the ledger has lost hashes"));
            zip.write(hashes);
        }
        zip.closeEntry();
    }

    private void events(ZipOutputStream zip, Positions positions) throws IOException {
        zip.putNextEntry(new ZipEntry("events.ndjson"));
        for (Positions.Range range : positions.ranges()) {
            long next = range.from();
            List<StoredEntry> page = parts.entries().between(next, range.to());
            while (!page.isEmpty()) {
                for (StoredEntry entry : page) {
                    zip.write((EventLine.of(entry) + "\n").getBytes(UTF_8));
                }
                next = page.get(page.size() - 1).position() + 1;
                page = next > range.to() ? List.of() : parts.entries().between(next, range.to());
            }
        }
        zip.closeEntry();
    }

    private void proofs(ZipOutputStream zip, Positions positions, long size, String checkpoint) throws IOException {
        for (Positions.Range range : positions.ranges()) {
            for (long position = range.from(); position <= range.to(); position++) {
                file(
                        zip,
                        "proofs/" + position + ".tlog-proof",
                        ProofText.of(position, prover.inclusion(position, size), checkpoint));
            }
        }
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }
}
