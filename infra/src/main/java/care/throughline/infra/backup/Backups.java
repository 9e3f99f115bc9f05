package care.throughline.infra.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A folder with base backups, each in a folder of its own, and the archive beside them. */
final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'base-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".part";

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    record Base(Path folder, About about) {}

    WalArchive archive() {
        return new WalArchive(folder);
    }

    /** Takes one more; whatever was left unfinished goes. */
    Base add(BaseBackup backup, Instant now) throws IOException {
        Copies.makeFolder(folder);
        for (Path left : matching("base-*" + UNFINISHED)) {
            Copies.remove(left);
        }
        Path whole = folder.resolve(NAME.format(now));
        Path part = folder.resolve(NAME.format(now) + UNFINISHED);
        About about = backup.take(part);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        return new Base(whole, about);
    }

    /** Those that are whole, oldest first. */
    List<Base> all() throws IOException {
        List<Base> all = new ArrayList<>();
        for (Path base : matching("base-*Z")) {
            all.add(new Base(base, About.read(base)));
        }
        all.sort(Comparator.comparing(base -> base.about().ended()));
        return all;
    }

    /** The newest that ended before the moment; the newest of all if there is none given. */
    Optional<Base> before(Optional<Instant> moment) throws IOException {
        return all().reversed().stream()
                .filter(base ->
                        moment.isEmpty() || !moment.get().isBefore(base.about().ended()))
                .findFirst();
    }

    /** Removes all but the newest so many, and what of the archive only these needed; returns how many. */
    int keepOnly(int newest) throws IOException {
        List<Base> all = all();
        List<Base> old = all.subList(0, Math.max(0, all.size() - newest));
        for (Base base : old) {
            Copies.remove(base.folder());
        }
        if (!old.isEmpty()) {
            archive().removeBefore(all.get(old.size()).about().firstSegment());
        }
        return old.size();
    }

    private List<Path> matching(String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, pattern)) {
                folders.forEach(found::add);
            }
        }
        return found;
    }
}
