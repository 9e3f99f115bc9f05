package care.throughline.infra.ledger;

import care.throughline.query.ledger.Ledger.Selection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Takes exports, opens them, and puts them together again. */
final class ExportsForTests {

    private ExportsForTests() {}

    static Selection everything(@Nullable Long since) {
        return new Selection("everything", null, since);
    }

    static Selection some(List<Long> positions, @Nullable Long since) {
        return new Selection("some of it", positions, since);
    }

    static Path write(LedgerForTests test, Selection selection) throws IOException {
        Path file = Files.createTempFile(test.folder, "export-", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            test.ledger().export(selection, out);
        }
        return file;
    }

    static Map<String, byte[]> take(LedgerForTests test, Selection selection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test.ledger().export(selection, out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static void write(Map<String, byte[]> files, Path to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
