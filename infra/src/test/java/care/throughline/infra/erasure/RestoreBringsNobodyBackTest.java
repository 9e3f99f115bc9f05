package care.throughline.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.erasure.ErasureCommand.Approve;
import care.throughline.command.erasure.ErasureCommand.Request;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.infra.Throughline;
import care.throughline.infra.database.Database;
import care.throughline.infra.testing.PostgresForTests;
import care.throughline.query.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases somebody, restores the database from before, and starts again with the list that was kept apart. */
class RestoreBringsNobodyBackTest {

    private static final String LIVE = PostgresForTests.freshUrl();
    private static final String BACKUP = LIVE.replaceFirst("/test_", "/backup_of_test_");

    @TempDir
    private Path data;

    @Test
    void a_restored_backup_does_not_bring_an_erased_person_back() {
        PatientId patient;
        try (ConfigurableApplicationContext application = start(LIVE)) {
            patient = tell(application);
            await(application, "select count(*) from patients.person where family = 'Zzyzerqvist'");
        }
        backUp();
        try (ConfigurableApplicationContext application = start(LIVE)) {
            erase(application, patient);
            await(application, "select count(*) from erasure.file where certified_at is not null");
        }
        assertThat(new Everywhere(owner(BACKUP)).inTables(Planted.words())).isNotEmpty();

        try (ConfigurableApplicationContext application = start(BACKUP)) {
            await(application, "select count(*) from erasure.file where certified_at is not null and again");
            assertThat(new Everywhere(owner(BACKUP)).inTables(Planted.words())).isEmpty();
            assertThat(count(
                            application,
                            "select count(*) from vault.key where wrapped is not null and subject = '" + patient + "'"))
                    .isZero();
        }
    }

    private ConfigurableApplicationContext start(String url) {
        return new SpringApplication(Throughline.class)
                .run(
                        "--server.port=0",
                        "--throughline.db.url=" + url,
                        "--throughline.data=" + data,
                        "--throughline.make-master-key=true",
                        "--throughline.mllp.port=0");
    }

    private static PatientId tell(ConfigurableApplicationContext application) {
        Answered answered = application
                .getBean(Intake.class)
                .take(application.getBean(AdtReader.class), Planted.admission(), "system:test");
        return ((Answered.Applied) answered).patients().iterator().next();
    }

    private static void erase(ConfigurableApplicationContext application, PatientId patient) {
        Commands commands = application.getBean(Commands.class);
        Instant now = Instant.parse("2026-10-02T14:00:00Z");
        commands.send(new Request(
                patient, new StaffId("cleo"), Asker.PATIENT, Ground.CONSENT_WITHDRAWN, Planted.REASON, now));
        commands.send(new Approve(patient, new StaffId("ruth"), now));
    }

    /** A copy of the whole database, as a dump and its restore would make it. */
    private static void backUp() {
        String name = LIVE.replaceFirst(".*/(test_\\d+).*", "$1");
        JdbcClient.create(owner(LIVE.replaceFirst("/" + name, "/postgres")))
                .sql("create database backup_of_" + name + " template " + name)
                .update();
    }

    private static DataSource owner(String url) {
        return new Database(url, "postgres", null).owner();
    }

    private static void await(ConfigurableApplicationContext application, String sql) {
        Progress progress = application.getBean(Progress.class);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count(application, sql) == 0) {
            progress.await("erasure", Long.MAX_VALUE, Duration.ofMillis(50));
            assertThat(System.nanoTime()).as(sql).isLessThan(end);
        }
    }

    private static int count(ConfigurableApplicationContext application, String sql) {
        return JdbcClient.create(application.getBean(Database.class).owner())
                .sql(sql)
                .query(Integer.class)
                .single();
    }
}
