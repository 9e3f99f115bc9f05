package care.throughline.infra.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The folder to which PostgreSQL copies every finished segment of its write-ahead log, compressed; with a base backup it
 * makes any later moment. Segments are written beside their place and moved there, so that none is ever half.
 */
final class WalArchive {

    /** What it takes at the most until what was committed is in the archive; only the segment under way is not. */
    static final int SECONDS = 60;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._/@+,=~-]+");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}\\.gz");

    private final Path folder;

    /** @throws Refused if the folder's name cannot be part of a shell command */
    WalArchive(Path backups) {
        this.folder = backups.resolve("wal");
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")) {
            throw new Refused("The write-ahead log is archived by sh and gzip, which Windows has not."
                    + " Use a PostgreSQL of your own there, with its own tools.");
        }
        if (!PLAIN.matcher(folder.toString()).matches()) {
            throw new Refused("Choose a folder with a plainer name than " + backups
                    + ": letters, digits, spaces and . _ / @ + , = ~ - only.");
        }
    }

    /** From now on all that is written goes here, too; returns false if it already did. */
    boolean turnOn(JdbcClient db) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!"on".equals(setting(db, "archive_mode"))) {
            throw new Refused("The running PostgreSQL was started by an older version, which archives nothing:"
                    + " stop Throughline and start it once, then try again.");
        }
        if (command().equals(setting(db, "archive_command"))) {
            return false;
        }
        db.sql("alter system set archive_timeout = " + SECONDS).update();
        db.sql("alter system set archive_command = " + literal(command())).update();
        db.sql("select pg_reload_conf()").query(Boolean.class).single();
        return true;
    }

    boolean holds(String segment) {
        return Files.exists(folder.resolve(segment + ".gz"));
    }

    /** Removes the segments before this one; returns how many. */
    int removeBefore(String segment) throws IOException {
        int removed = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (SEGMENT.matcher(name).matches() && name.substring(8).compareTo(segment.substring(8) + ".gz") < 0) {
                    Files.delete(file);
                    removed++;
                }
            }
        }
        return removed;
    }

    /** What PostgreSQL calls to get a segment back. */
    String restoreCommand() {
        return "test -f \"" + folder + "/%f.gz\" && gzip -dc \"" + folder + "/%f.gz\" > \"%p\"";
    }

    /** A segment that is there already is fine if it is the same, as after a crash between two steps. */
    private String command() {
        String file = "\"" + folder + "/%f.gz\"";
        String part = "\"" + folder + "/%f.part\"";
        return "if test -f " + file + "; then gzip -dc " + file + " | cmp -s - \"%p\"; else gzip -c \"%p\" > " + part
                + " && sync " + part + " && mv " + part + " " + file + "; fi";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String setting(JdbcClient db, String name) {
        return db.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
