package care.throughline.infra.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must never lie in the same backup as the database: the keys that open it and sign for it, and the lists that it is
 * measured against. It is copied to a folder of its own; a list is only ever replaced by one that continues it.
 */
final class Apart {

    private static final List<String> KEYS = List.of("master.key", "ledger.key");
    private static final List<String> LISTS = List.of("erasures.list", "checkpoints.log");

    private final Path data;

    Apart(Path data) {
        this.data = data;
    }

    /** Copies what is there; returns the names.
     *
     * @throws Refused if a copy holds something else than the beginning of what it would be replaced by
     */
    List<String> copyTo(Path folder) throws IOException {
        Copies.makeFolder(folder);
        for (String name : KEYS) {
            refuseUnless(!isDifferent(name, folder), name, folder);
        }
        for (String name : LISTS) {
            refuseUnless(!Files.exists(folder.resolve(name)) || continues(name, folder), name, folder);
        }
        List<String> names = present();
        for (String name : names) {
            Path beside = folder.resolve(name + ".part");
            Files.deleteIfExists(beside);
            Copies.durably(data.resolve(name), beside);
            Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        return names;
    }

    private List<String> present() {
        return Stream.concat(KEYS.stream(), LISTS.stream())
                .filter(name -> Files.exists(data.resolve(name)))
                .toList();
    }

    private boolean isDifferent(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        Path own = data.resolve(name);
        return Files.exists(copy) && Files.exists(own) && Files.mismatch(copy, own) >= 0;
    }

    private boolean continues(String name, Path folder) throws IOException {
        Path own = data.resolve(name);
        if (Files.notExists(own)) {
            return false;
        }
        byte[] copy = Files.readAllBytes(folder.resolve(name));
        byte[] now = Files.readAllBytes(own);
        return now.length >= copy.length && Arrays.equals(now, 0, copy.length, copy, 0, copy.length);
    }

    private void refuseUnless(boolean fine, String name, Path folder) {
        if (!fine) {
            throw new Refused("The copy of " + name + " in " + folder + " is not what " + data.resolve(name)
                    + " continues. If it was replaced on purpose, choose a fresh folder and keep the old one"
                    + " as long as a backup needs it; if not, find out who changed it.");
        }
    }
}
