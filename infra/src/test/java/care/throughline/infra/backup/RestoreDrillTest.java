package care.throughline.infra.backup;

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
import care.throughline.infra.erasure.Everywhere;
import care.throughline.infra.erasure.Planted;
import care.throughline.infra.testing.Eventually;
import care.throughline.query.ledger.Ledger;
import care.throughline.verifier.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole drill: a moment before somebody was erased is restored, and nobody and nothing comes back that must not. */
class RestoreDrillTest {

    private static final String DEMO = "{bcrypt}$2a$10$bdm6D9Lk1WcpnAOxCfVmQeB6WGdOoVR9DQypT9Hk4GDM5VZCu/HY2";
    private static final String SIGNED = """
            select exists (select from ledger.checkpoint
                where size = (select max(position) + 1 from store.event) and note like (select
                    coalesce((select (convert_from(payload, 'UTF8')::jsonb ->> 'origin') from store.event
                        where name = 'ledger.LogBegun'), '') || '%'))
            """;

    @TempDir
    private Path folder;

    @Test
    void after_a_restore_the_erased_stay_erased_and_the_ledger_goes_on_when_a_person_has_said_so() throws Exception {
        Clinic clinic = new Clinic(folder);
        Instant moment;
        PatientId patient;
        try (ConfigurableApplicationContext application = start(clinic)) {
            patient = tell(application);
            await(application, "select exists (select from patients.person where family = 'Zzyzerqvist')");
            clinic.backUp("--apart=" + folder.resolve("keys"));
            moment = now(application);
            erase(application, patient);
            await(application, "select exists (select from erasure.file where certified_at is not null)");
            await(application, SIGNED);
        }
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/master.key");
        clinic.moveDatabaseAway();
        clinic.restore("--at=" + moment);
        try (ConfigurableApplicationContext application = start(clinic)) {
            await(application, "select exists (select from erasure.file where certified_at is not null and again)");
            assertThat(new Everywhere(owner(application)).inTables(Planted.words()))
                    .isEmpty();
            await(application, "select exists (select from ledger.finding where sentence like '%was signed over%')");
            assertThat(beginNewLog(application, "demo-operator")).isEqualTo(403);
            assertThat(beginNewLog(application, "auditor")).isEqualTo(200);
            await(application, SIGNED);
            assertThat(application.getBean(Ledger.class).state().contradiction())
                    .isNull();
            await(application, """
                    select exists (select from audit.event where name = 'ledger.LogBegun' and actor like '%auditor%')
                    """);
            verifies(application);
        }
    }

    private static ConfigurableApplicationContext start(Clinic clinic) {
        return new SpringApplication(Throughline.class)
                .run(
                        "--server.port=0",
                        "--throughline.data=" + clinic.data(),
                        "--throughline.db.port=" + clinic.port(),
                        "--throughline.ledger.checkpoint-every=0s",
                        "--throughline.demo-users=true",
                        "--throughline.security.clients.auditor.secret=" + DEMO,
                        "--throughline.security.clients.auditor.role=COMPLIANCE",
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

    /** As the runbook says; the answer's status. */
    private static int beginNewLog(ConfigurableApplicationContext application, String client) throws Exception {
        String base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String secret = client + ":demo";
            HttpRequest token = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            HttpResponse<String> granted = http.send(token, BodyHandlers.ofString());
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/ledger/successor"))
                    .header(
                            "Authorization",
                            "Bearer "
                                    + JsonMapper.shared()
                                            .readTree(granted.body())
                                            .get("access_token")
                                            .stringValue())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"cause\": \"DRILL\"}"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private void verifies(ConfigurableApplicationContext application) throws IOException {
        Path export = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(export)) {
            application.getBean(Ledger.class).export(new Ledger.Selection("everything", null, null), out);
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(words, true, StandardCharsets.UTF_8);
        assertThat(Verifier.run(told, export.toString()))
                .as(words.toString(StandardCharsets.UTF_8))
                .isEqualTo(Verifier.VERIFIED);
    }

    private static void await(ConfigurableApplicationContext application, String sql) {
        JdbcClient db = JdbcClient.create(owner(application));
        Eventually.holds(sql, () -> db.sql(sql).query(Boolean.class).single());
    }

    private static Instant now(ConfigurableApplicationContext application) {
        return JdbcClient.create(owner(application))
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static DataSource owner(ConfigurableApplicationContext application) {
        return application.getBean(Database.class).owner();
    }
}
