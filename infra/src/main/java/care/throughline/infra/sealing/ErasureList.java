package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was erased, in a file apart from the database, so that a restored backup brings nobody back. Pseudonyms only. Each
 * line is signed by a key that follows from the master key, over itself and the line before: one that is changed, moved
 * or left out is noticed. Whoever cuts lines off the end is not; keep a copy where the master key's copy is.
 */
public final class ErasureList {

    private static final Set<StandardOpenOption> ADDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;
    private final MasterKeys masters;
    private final JsonMapper json = JsonMapper.shared();

    ErasureList(Path file, MasterKeys masters) {
        this.file = file.toAbsolutePath();
        this.masters = masters;
    }

    /** One erasure: records and messages whose keys are destroyed, messages that also tell of others, and by whom. */
    public record Entry(
            String patient,
            List<String> records,
            List<String> messages,
            List<String> shared,
            String requestedBy,
            String approvedBy,
            Instant at) {}

    /** All entries in the order in which they were added.
     *
     * @throws DamagedVault if the file is not what was written
     */
    public synchronized List<Entry> entries() {
        return lines().stream().map(this::entry).toList();
    }

    /** Adds an entry unless it is there; it is on the disk when this returns. */
    public synchronized void add(Entry entry) {
        try (FileChannel channel = FileChannel.open(file, ADDING, OwnerOnly.of(file))) {
            channel.lock(); // until it is closed
            List<SignedLine> lines = lines();
            if (lines.stream().map(this::entry).noneMatch(entry::equals)) {
                append(channel, List.of(signed(json.writeValueAsString(entry), lines)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be written", e);
        }
    }

    /** Signs all lines by the master key in use, after it was replaced. */
    synchronized void signAnew() {
        List<SignedLine> fresh = new ArrayList<>();
        lines().forEach(line -> fresh.add(signed(line.content(), fresh)));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel = FileChannel.open(beside, ADDING, OwnerOnly.of(beside))) {
                append(channel, fresh);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be signed anew", e);
        }
    }

    private SignedLine signed(String content, List<SignedLine> before) {
        return SignedLine.of(content, before.isEmpty() ? "" : before.getLast().signature(), masters.current());
    }

    private static void append(FileChannel channel, List<SignedLine> lines) throws IOException {
        for (SignedLine line : lines) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
        }
        channel.force(true);
    }

    private List<SignedLine> lines() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            List<SignedLine> lines = new ArrayList<>();
            for (String text : Files.readAllLines(file, UTF_8)) {
                String before = lines.isEmpty() ? "" : lines.getLast().signature();
                lines.add(SignedLine.read(text, before, masters)
                        .orElseThrow(() -> damaged("line " + (lines.size() + 1) + " is not as it was signed")));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be read", e);
        }
    }

    private Entry entry(SignedLine line) {
        try {
            return json.readValue(line.content(), Entry.class);
        } catch (JacksonException e) {
            throw damaged("a signed line is no entry of this version");
        }
    }

    private DamagedVault damaged(String why) {
        return new DamagedVault("the erasure list " + file + " cannot be trusted: " + why
                + ". Restore it from its copy, together with the master key file that belongs to it");
    }
}
