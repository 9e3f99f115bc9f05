package care.throughline.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndRestoreTest {

    @TempDir
    private Path folder;

    private Clinic clinic;

    @BeforeEach
    void found() throws IOException {
        clinic = new Clinic(folder);
    }

    @Test
    void any_moment_after_a_backup_is_restored_exactly_and_again() throws Exception {
        Instant between;
        try (EmbeddedDatabase database = clinic.start()) {
            Clinic.write(database, "before");
            clinic.backUp();
            Clinic.write(database, "first");
            between = Clinic.now(database);
            Clinic.write(database, "second");
        }
        clinic.moveDatabaseAway();
        clinic.restore("--at=" + between);
        try (EmbeddedDatabase database = clinic.start()) {
            assertThat(Clinic.words(database)).containsExactly("before", "first");
            Clinic.write(database, "third");
        }
        Files.move(clinic.data().resolve("postgres"), clinic.data().resolve("postgres.second"));
        clinic.restore();
        try (EmbeddedDatabase database = clinic.start()) {
            assertThat(Clinic.words(database))
                    .as("what went on after the restore is archived, too")
                    .containsExactly("before", "first", "third");
        }
    }

    @Test
    void what_was_committed_and_not_archived_comes_from_the_lost_database() throws Exception {
        EmbeddedDatabase database = clinic.start();
        clinic.backUp();
        Clinic.write(database, "acknowledged a moment ago");
        kill(clinic.data().resolve("postgres"));
        database.close();
        Path lost = clinic.moveDatabaseAway();
        clinic.restore("--rest=" + lost);
        try (EmbeddedDatabase restored = clinic.start()) {
            assertThat(Clinic.words(restored)).containsExactly("acknowledged a moment ago");
        }
    }

    @Test
    void a_stopped_database_is_backed_up_too_and_older_backups_go_with_their_log() throws Exception {
        try (EmbeddedDatabase database = clinic.start()) {
            Clinic.write(database, "kept");
        }
        clinic.backUp();
        Files.move(onlyBase(), clinic.backups().resolve("base-20200101T000000Z"));
        int segments = segments();
        clinic.backUp("--keep=1");
        assertThat(clinic.backups().resolve("base-20200101T000000Z")).doesNotExist();
        assertThat(segments()).isLessThanOrEqualTo(segments + 2).isPositive();
        clinic.moveDatabaseAway();
        clinic.restore();
        try (EmbeddedDatabase database = clinic.start()) {
            assertThat(Clinic.words(database)).containsExactly("kept");
        }
    }

    @Test
    void nothing_that_is_there_is_overwritten() throws Exception {
        try (EmbeddedDatabase database = clinic.start()) {
            Clinic.write(database, "kept");
            clinic.backUp();
            assertThatThrownBy(clinic::restore)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("A PostgreSQL answers on port " + clinic.port());
        }
        assertThatThrownBy(clinic::restore).isInstanceOf(Refused.class).hasMessageContaining("it is not overwritten");
        try (EmbeddedDatabase database = clinic.start()) {
            assertThat(Clinic.words(database)).containsExactly("kept");
        }
    }

    @Test
    void what_cannot_be_restored_is_refused_in_a_sentence() throws Exception {
        Instant before = Instant.now().minus(Duration.ofDays(1));
        try (EmbeddedDatabase database = clinic.start()) {
            Clinic.write(database, "kept");
            clinic.backUp();
        }
        clinic.moveDatabaseAway();
        assertThatThrownBy(() -> clinic.restore("--at=" + before))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No base backup there ended before that moment");
        assertThatThrownBy(() -> clinic.restore("--at=" + Instant.now().plus(Duration.ofDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The archive ends before that moment");
        assertThatThrownBy(() -> clinic.restore("--at=noon"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("with its offset");
        damage(onlyBase().resolve("files"));
        assertThatThrownBy(clinic::restore)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not what was backed up");
        assertThat(clinic.data().resolve("postgres")).doesNotExist();
    }

    private Path onlyBase() throws IOException {
        try (Stream<Path> bases = Files.list(clinic.backups())) {
            return bases.filter(base -> base.getFileName().toString().startsWith("base-"))
                    .toList()
                    .getFirst();
        }
    }

    private int segments() throws IOException {
        try (Stream<Path> segments = Files.list(clinic.backups().resolve("wal"))) {
            return (int) segments.count();
        }
    }

    private static void damage(Path files) throws IOException {
        Path file = files.resolve("PG_VERSION");
        Files.write(file, "99\n".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** With all its processes, as a power cut would. */
    private static void kill(Path directory) throws IOException {
        String pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
