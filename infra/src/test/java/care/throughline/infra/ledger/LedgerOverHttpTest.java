package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.command.Commands;
import care.throughline.command.directory.DirectoryCommand;
import care.throughline.command.patient.PatientCommand;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.feed.EventLog;
import care.throughline.query.ledger.Ledger;
import care.throughline.verifier.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ThroughlineTest
class LedgerOverHttpTest {

    @TempDir
    Path folder;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Commands commands;

    @Autowired
    private EventLog log;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    private MockMvc http = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void open() {
        FilterRegistrationBean<?> recording = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(recording.getFilter()))
                .apply(springSecurity())
                .build();
    }

    @Test
    void an_event_is_soon_proven_and_its_patients_export_verified_without_the_server() throws Exception {
        PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
        long position = register(patient);

        assertThat(look("COMPLIANCE", get("/api/ledger/proofs/" + position + ".tlog-proof"))
                        .getContentAsString(UTF_8))
                .startsWith("c2sp.org/tlog-proof@v1\nindex " + position + "\n");
        assertThat(look("COMPLIANCE", get("/ledger/events/" + position)).getContentAsString(UTF_8))
                .contains("Proof of event " + position, "c2sp.org/tlog-proof@v1");

        MockHttpServletResponse zip =
                look("COMPLIANCE", get("/api/ledger/export").param("patient", patient.value()));
        assertThat(zip.getContentType()).isEqualTo("application/zip");
        assertThat(verified(zip)).contains("holds 1 events, of patient " + patient.value(), "VERIFIED");
    }

    @Test
    void fields_of_the_form_that_are_left_empty_narrow_nothing() throws Exception {
        PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
        register(patient);

        assertThat(verified(look("COMPLIANCE", form(patient.value(), ""))))
                .contains("holds 1 events, of patient " + patient.value(), "VERIFIED");
        assertThat(verified(look("COMPLIANCE", form("", "")))).contains("of everything", "VERIFIED");
    }

    @Test
    void a_correlation_finds_events_that_are_about_nobody() throws Exception {
        long position = enterPerformer();
        String correlation = db.sql("select correlation_id from audit.event where position = :position")
                .param("position", position)
                .query(String.class)
                .single();

        assertThat(verified(look("COMPLIANCE", form("", correlation))))
                .contains("holds 1 events, of correlation " + correlation, "VERIFIED");
    }

    @Test
    void everything_can_be_taken_and_verified_against_a_checkpoint_that_was_kept() throws Exception {
        register(new PatientId(PatientId.PREFIX + UUID.randomUUID()));
        Path kept = folder.resolve("kept");
        Files.writeString(kept, look("ANALYST", get("/api/ledger/checkpoint")).getContentAsString(UTF_8));
        register(new PatientId(PatientId.PREFIX + UUID.randomUUID()));

        assertThat(verified(look("COMPLIANCE", get("/api/ledger/export")), "--known", kept.toString()))
                .contains("of everything", "It continues the checkpoint", "VERIFIED");
    }

    @Test
    void tiles_and_proofs_are_served_and_what_there_is_not_is_not_found() throws Exception {
        register(new PatientId(PatientId.PREFIX + UUID.randomUUID()));
        assertThat(look("ANALYST", get("/api/ledger/tile/0/000.p/1")).getContentAsByteArray())
                .hasSize(32);
        assertThat(look("ANALYST", get("/api/ledger/tile/0/x999/999")).getStatus())
                .isEqualTo(404);
        assertThat(look("ANALYST", get("/api/ledger/tile/0/1")).getStatus()).isEqualTo(404);
        assertThat(look("ANALYST", get("/api/ledger/proofs/consistency?older=1&newer=1"))
                        .getContentAsString())
                .contains("\"proof\":[]");
        assertThat(look("ANALYST", get("/api/ledger/proofs/inclusion?position=0&size=1"))
                        .getContentAsString())
                .contains("\"leaf\"");
        assertThat(look("ANALYST", get("/api/ledger/proofs/inclusion?position=99999999"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(look("ANALYST", get("/api/ledger")).getContentAsString())
                .contains("\"publicKey\":\"throughline-ledger/");
        assertThat(look("ANALYST", get("/api/ledger/export")).getStatus()).isEqualTo(403);
    }

    @Test
    void compliance_compares_a_range_on_the_page() throws Exception {
        register(new PatientId(PatientId.PREFIX + UUID.randomUUID()));
        assertThat(look("COMPLIANCE", get("/ledger")).getContentAsString(UTF_8))
                .contains("Events hashed", "Compare what is stored", "Take an export");
        assertThat(look("ANALYST", get("/ledger")).getContentAsString(UTF_8))
                .contains("Newest checkpoint")
                .doesNotContain("Take an export");
        assertThat(look(
                                "COMPLIANCE",
                                post("/ledger/verify")
                                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                        .param("from", "0")
                                        .param("to", "0"))
                        .getContentAsString(UTF_8))
                .contains("Compared: 1 event,", "the root that was signed");
        assertThat(look(
                                "COMPLIANCE",
                                post("/api/ledger/verifications")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"from\":0,\"to\":0}"))
                        .getContentAsString())
                .contains("\"events\":1");
    }

    private long register(PatientId patient) {
        commands.send(new PatientCommand.Register(patient, Instant.EPOCH));
        return proven(log.head());
    }

    private long enterPerformer() {
        PerformerId performer = new PerformerId(PerformerId.PREFIX + UUID.randomUUID());
        Profile profile =
                new Profile("Food Bank", Specialty.FOOD, Set.of("en"), List.of(), "01105", "413-555-0142", false);
        commands.send(new DirectoryCommand.Enter(performer, profile, Capacity.OPEN, Instant.EPOCH));
        return proven(log.head());
    }

    /** Returns once a checkpoint covers the position and the read models show it. */
    private long proven(long position) {
        readModels.awaitAll();
        Eventually.holds(
                "a checkpoint covers " + position, () -> ledger.proof(position).isPresent());
        return position;
    }

    /** What the page sends: every field, filled in or not. */
    private static MockHttpServletRequestBuilder form(String patient, String correlation) {
        return get("/api/ledger/export")
                .param("patient", patient)
                .param("correlation", correlation)
                .param("from", "")
                .param("to", "")
                .param("since", "");
    }

    private String verified(MockHttpServletResponse zip, String... options) throws Exception {
        Path export = folder.resolve(UUID.randomUUID() + ".zip");
        Files.write(export, zip.getContentAsByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = Stream.concat(Arrays.stream(options), Stream.of(export.toString()))
                .toArray(String[]::new);
        Verifier.run(new PrintStream(out, true, UTF_8), words);
        return out.toString(UTF_8);
    }

    private MockHttpServletResponse look(String role, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(csrf())
                        .with(user("ledger." + role).authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
