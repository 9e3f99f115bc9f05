package care.throughline.infra.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.command.transition.TransitionCommand;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Outcome;
import care.throughline.infra.database.Database;
import care.throughline.infra.sealing.Vault;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.Progress;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Tells of one person, erases them through the API, and looks everywhere. */
@ThroughlineTest
class ErasedPersonTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private Commands commands;

    @Autowired
    private Vault vault;

    @Autowired
    private PrometheusMeterRegistry meters;

    @Autowired
    private Progress progress;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    @Autowired
    private Database database;

    @Value("${throughline.data}")
    private Path data;

    private final Logged logged = new Logged();
    private MockMvc http;
    private JdbcClient owner;
    private Everywhere everywhere;

    @BeforeEach
    void application_and_database() {
        clock.set(Instant.parse("2026-10-02T14:00:00Z"));
        FilterRegistrationBean<?> accesses = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(accesses.getFilter()))
                .apply(springSecurity())
                .build();
        owner = JdbcClient.create(database.owner());
        everywhere = new Everywhere(database.owner());
        logged.listen();
    }

    @AfterEach
    void stop_listening() {
        logged.stop();
    }

    @Test
    void nothing_of_an_erased_person_is_found_anywhere_and_nothing_breaks() throws Exception {
        Answered admitted = take(Planted.admission());
        take(Planted.discharge());
        readModels.awaitAll();
        PatientId patient = applied(admitted);
        TransitionId transition = transitionOf(patient);
        commands.send(new TransitionCommand.RecordOutreach(
                transition, "try-1", Channel.PHONE, Outcome.REACHED, 5, Planted.NOTE, Set.of(), clock.instant()));
        String authorization = told_in_every_other_place(patient);
        ask(
                patient,
                "request",
                "cleo.marsh",
                "{\"asker\":\"PATIENT\",\"ground\":\"CONSENT_WITHDRAWN\",\"reason\":\"" + Planted.REASON + "\"}");
        readModels.awaitAll();
        assertThat(everywhere.inTables(Planted.words()))
                .as("what is to be erased is there")
                .anyMatch(place -> place.startsWith("patients.person"))
                .anyMatch(place -> place.startsWith("timeline.entry"))
                .anyMatch(place -> place.startsWith("erasure.file"))
                .anyMatch(place -> place.startsWith("authorizations.") && place.endsWith(Planted.WISH))
                .anyMatch(place -> place.startsWith("accesses.") && place.endsWith(Planted.WISH))
                .anyMatch(place -> place.startsWith("restrictions.") && place.endsWith(Planted.WISH))
                .anyMatch(place -> place.startsWith("segments.") && place.endsWith(Planted.WISH))
                .noneMatch(place -> place.startsWith("store.") || place.startsWith("command."));
        assertThat(dossier(authorization)).contains(Planted.WISH);
        assertThat(outbox(patient)).isEqualTo("WAITING sealed");
        String wrapped = HexFormat.of().formatHex(wrappedKeyOf(patient));

        assertThat(ask(patient, "approve", "cleo.marsh", "{}").getContentAsString())
                .contains("second-person-needed");
        assertThat(ask(patient, "approve", "ruth.adler", "{}").getStatus()).isEqualTo(200);
        awaitCertificate(patient);

        assertThat(everywhere.inTables(Planted.words())).isEmpty();
        assertThat(outbox(patient)).isEqualTo("ERASED nothing");
        assertThat(dossier(authorization)).doesNotContain(Planted.WISH);
        assertThat(Everywhere.in("logs", logged.everything(), Planted.words())).isEmpty();
        assertThat(Everywhere.inFiles(data, Planted.words())).isEmpty();
        assertThat(Everywhere.in("metrics", meters.scrape(), Planted.words())).isEmpty();
        assertThat(everywhere.inTables(List.of(wrapped))).isEmpty();
        for (String table : everywhere.tables()) {
            String file = Everywhere.content(everywhere.fileOf(table));
            assertThat(Everywhere.in(table, file, Planted.words())).isEmpty();
            assertThat(file.contains(new String(HexFormat.of().parseHex(wrapped), ISO_8859_1)))
                    .as("the destroyed key in the file of %s", table)
                    .isFalse();
        }
        assertThat(vault.areForgotten(
                        List.of(patient.value(), admitted.message().value())))
                .isTrue();
        nothing_breaks(patient, transition, admitted.message());
        a_number_told_again_is_somebody_new(patient);
    }

    /** A referral that waits to leave, a payer, a consent, a fax, and broken glass; the authorization. */
    private String told_in_every_other_place(PatientId patient) throws Exception {
        String person = "/api/patients/" + patient;
        String wish = Planted.WISH;
        send("SUPERVISOR", "/api/directory", """
                {"performer": "prf_planted", "capacity": "OPEN", "details": {"name": "Silent Pantry", "specialty": "FOOD",
                 "languages": ["en"], "zip": "01105", "phone": "413-555-0142"}}""");
        send("SUPERVISOR", "/api/directory/prf_planted/reach", """
                {"channel": "HL7", "address": "127.0.0.1:1", "tls": false, "application": "SILENT", "facility": "PANTRY"}""");
        send("COORDINATOR", person + "/referrals", """
                {"referral": "ref_planted", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE",
                 "reason": "%s"}""".formatted(wish));
        send("COORDINATOR", "/api/referrals/ref_planted/packet", "{\"item\":\"CONSENT_TO_SHARE\",\"present\":true}");
        send("COORDINATOR", "/api/referrals/ref_planted/send", "{\"performers\":[\"prf_planted\"]}");
        send("COORDINATOR", person + "/authorizations", """
                {"authorization": "aut_planted", "specialty": "HOME_HEALTH", "service": "%s", "units": 2, "payer": "%s",
                 "program": "COMMERCIAL", "priority": "STANDARD"}""".formatted(wish, wish));
        send("COORDINATOR", person + "/consents", """
                {"covers": "PART2", "purposes": ["TREAT"], "recipient": "TREATING_TEAM", "signedOn": "2026-09-30",
                 "form": "%s"}""".formatted(wish));
        send("COORDINATOR", person + "/disclosures", """
                {"basis": "PUBLIC_HEALTH", "recipient": "%s", "what": "all", "purpose": "%s"}""".formatted(wish, wish));
        send("COORDINATOR", person + "/glass", "{\"code\":\"OTHER\",\"reason\":\"" + wish + "\"}");
        readModels.awaitAll();
        Eventually.holds("a message waits", () -> outbox(patient).startsWith("WAITING"));
        return "aut_planted";
    }

    private String outbox(PatientId patient) {
        return owner.sql("""
                        select state || case when content is null then ' nothing' else ' sealed' end
                        from command.outbox where patient = ?
                        """).param(patient.value()).query(String.class).list().stream()
                .collect(Collectors.joining(", "));
    }

    /** What somebody reads in it; nothing if there is none any more. */
    private String dossier(String authorization) throws Exception {
        MockHttpServletResponse answer = http.perform(get("/authorizations/" + authorization + "/dossier.pdf")
                        .with(user("nora.quinn").roles("COORDINATOR")))
                .andReturn()
                .getResponse();
        if (answer.getStatus() != 200) {
            return answer.getContentAsString();
        }
        try (PDDocument document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private void send(String role, String path, String body) throws Exception {
        MockHttpServletResponse answer = http.perform(post(path)
                        .with(user("nora.quinn").roles(role))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(200);
    }

    private void nothing_breaks(PatientId patient, TransitionId transition, MessageId message) throws Exception {
        assertThat(page("/patients/" + patient, "COMPLIANCE")).contains("This person was erased");
        assertThat(page("/patients/" + patient + "?show=ALL", "COORDINATOR")).contains("This person was erased");
        assertThat(page("/erasures/era_" + patient.value().substring(4), "COMPLIANCE"))
                .contains("Certificate of erasure")
                .contains("Looked everywhere");
        assertThat(page("/erasures", "COMPLIANCE")).contains("erased, certified");
        assertThat(page("/intake/" + message, "SUPERVISOR")).contains("The text was forgotten");
        assertThat(page("/api/patients/" + patient, "COMPLIANCE")).contains("erasedAt");
        assertThat(page("/api/erasures/era_" + patient.value().substring(4), "COMPLIANCE"))
                .contains("\"affected\":[{\"from\":")
                .contains("ruth.adler");
        for (String path : List.of("/desk", "/transitions", "/overnight", "/measures", "/intake", "/api/desk")) {
            page(path, "SUPERVISOR");
        }
        assertThatThrownBy(() ->
                        commands.send(new TransitionCommand.RecordReconciliation(transition, "again", clock.instant())))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo("person-forgotten"));
        for (String readModel : List.of(
                "patients",
                "timeline",
                "desk",
                "intake_log",
                "overnight",
                "erasure",
                "referrals",
                "authorizations",
                "restrictions",
                "segments",
                "tasks")) {
            readModels.assertRebuiltEqualsLive(readModel);
        }
    }

    private void a_number_told_again_is_somebody_new(PatientId erased) {
        assertThat(take(Planted.admission())).isInstanceOf(Answered.Repeated.class);
        assertThat(applied(take(Planted.later()))).isNotEqualTo(erased);
        readModels.awaitAll();
        assertThat(owner.sql("select count(*) from patients.person where patient_id = ? and family is not null")
                        .param(erased.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Answered take(byte[] message) {
        return intake.take(reader, message, "system:test");
    }

    private static PatientId applied(Answered answered) {
        return ((Answered.Applied) answered).patients().iterator().next();
    }

    private TransitionId transitionOf(PatientId patient) {
        return owner.sql("select item_id from desk.work_item where patient_id = ?")
                .param(patient.value())
                .query((row, number) -> new TransitionId(row.getString(1)))
                .single();
    }

    private byte[] wrappedKeyOf(PatientId patient) {
        return owner.sql("select wrapped from vault.key where subject = ?")
                .param(patient.value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void awaitCertificate(PatientId patient) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (owner.sql("select count(*) from erasure.file where patient_id = ? and certified_at is not null")
                        .param(patient.value())
                        .query(Integer.class)
                        .single()
                == 0) {
            progress.await("erasure", Long.MAX_VALUE, Duration.ofMillis(50));
            assertThat(System.nanoTime()).as("certified in time").isLessThan(end);
        }
        readModels.awaitAll();
    }

    private MockHttpServletResponse ask(PatientId patient, String what, String who, String body) throws Exception {
        return http.perform(post("/api/patients/" + patient + "/erasure/" + what)
                        .with(user(who).roles("COMPLIANCE"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String page(String path, String role) throws Exception {
        MockHttpServletResponse response = http.perform(
                        get(path).with(user("somebody").roles(role)).accept(MediaType.ALL))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(Everywhere.in(path, response.getContentAsString(), Planted.words()))
                .isEmpty();
        return response.getContentAsString();
    }
}
