package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.feed.EventLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/**
 * Somebody whom a hospital knows goes home from a substance use disorder program, too. Every channel that each role has gives
 * the same verdict on that: with consent all of them show it, with the notice; without none of them shows a trace.
 */
@ThroughlineTest
class LabelledDataTest {

    private static final String COORDINATOR = "COORDINATOR";
    private static final String SUPERVISOR = "SUPERVISOR";
    private static final String COMPLIANCE = "COMPLIANCE";
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /** Role and address of what shows the visit to whoever may see it; {@code #} is the patient. */
    private static final List<String> SHOWING = List.of(
            "COORDINATOR /patients/#",
            "COORDINATOR /patients/#?show=ALL",
            "COORDINATOR /api/patients/#",
            "COORDINATOR /api/patients/#/timeline?filter=all",
            "COORDINATOR /desk?filter=all",
            "COORDINATOR /api/desk?filter=all&size=200",
            "COORDINATOR /desk/lines/#item",
            "COORDINATOR /transitions",
            "COORDINATOR /api/transitions",
            "COORDINATOR /overnight?since=2026-02-26T00:00",
            "COORDINATOR /api/overnight?since=2026-02-26T00:00",
            "COORDINATOR /patients/search?q=#number",
            "COORDINATOR /api/patients/search?q=#number",
            "SUPERVISOR /patients/#",
            "SUPERVISOR /api/patients/#",
            "SUPERVISOR /desk?filter=all",
            "SUPERVISOR /past/patients/#?at=#head",
            "SUPERVISOR /api/past/patients/#?at=#head",
            "SUPERVISOR /past/desk?filter=all&at=#head",
            "SUPERVISOR /api/past/desk?coordinator=ana.lim&filter=all&at=#head",
            "SUPERVISOR /past/transitions?at=#head",
            "SUPERVISOR /api/past/transitions?at=#head",
            "SUPERVISOR /measures/readmission/members?month=2026-03",
            "SUPERVISOR /api/measures/readmission/members?month=2026-03",
            "SUPERVISOR /intake/#message",
            "SUPERVISOR /api/intake/#message",
            "SUPERVISOR /api/intake/#message/text");

    /** The same of those whom no consent opens anything. */
    private static final List<String> NEVER = List.of(
            "ANALYST /api/feed",
            "ANALYST /measures/readmission/members?month=2026-03",
            "ANALYST /api/measures/readmission/members?month=2026-03");

    /** The same of those who need none. */
    private static final List<String> ALWAYS = List.of(
            "COMPLIANCE /patients/#",
            "COMPLIANCE /api/patients/#",
            "COMPLIANCE /api/patients/#/timeline?filter=all",
            "COMPLIANCE /past/patients/#?at=#head",
            "COMPLIANCE /api/past/patients/#?at=#head",
            "COMPLIANCE /audit?patient=#",
            "COMPLIANCE /api/audit/events?patient=#",
            "COMPLIANCE /api/audit/export?format=csv&patient=#",
            "COMPLIANCE /api/audit/export?format=ndjson&patient=#",
            "COMPLIANCE /api/audit/export?format=fhir&patient=#",
            "INTEGRATION /intake/#message",
            "INTEGRATION /api/intake/#message/text");

    /** Texts and parts of pages have no place for it but the header. */
    private static final List<String> HEADER_ONLY = List.of("/text", "/desk/lines/");

    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private EventLog log;

    private Looking looking;
    private String coordinator = "sam.ortiz";
    private String patient;
    private String number;
    private String message;

    /** Words that only the visit to the program has. */
    private List<String> telling;

    @BeforeEach
    void somebody_goes_home_from_a_program() {
        looking = new Looking(application);
        people++;
        String known = "773106" + people;
        number = "HB55" + people;
        patient = Looking.discharged(application, known, "OKONEDO" + "ABCDEFGHIJKLMNOP".charAt(people));
        Intake intake = application.getBean(Intake.class);
        AdtReader reader = application.getBean(AdtReader.class);
        intake.take(reader, harbor("A01", "0228", known, ""), "system:mllp");
        intake.take(reader, harbor("A03", "0301", known, "20260301150000"), "system:mllp");
        readModels.awaitAll();
        message = db.sql("select message_id from intake_log.message where control_id = :id")
                .param("id", "HBC" + people + "0301")
                .query(String.class)
                .single();
        telling = List.of("HBREC", "Harbor Recovery", number, "VH" + people + "X");
    }

    /** Lists show everybody: whoever was consented for before would be in them. */
    @AfterEach
    void nothing_stays_open() throws Exception {
        for (String consent : db.sql(
                        "select consent_id from segments.consent where patient_id = ? and revoked_at is null")
                .param(patient)
                .query(String.class)
                .list()) {
            tell(COORDINATOR, "consents/" + consent + "/revoke", "{\"words\":\"the test is over\"}");
        }
    }

    @Test
    void without_consent_no_channel_shows_a_trace_of_it() throws Exception {
        List<String> shown = new ArrayList<>();
        for (String view : concat(SHOWING, NEVER)) {
            MockHttpServletResponse answer = ask(view);
            assertThat(answer.getStatus()).as(view).isIn(200, 404);
            assertThat(answer.getHeader("Throughline-Notice")).as(view).isNull();
            if (tells(answer)) {
                shown.add(view);
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void with_consent_every_channel_of_care_shows_it_with_the_notice_and_the_scope() throws Exception {
        consent("PART2", "[\"TREAT\"]", null);
        for (String view : SHOWING) {
            MockHttpServletResponse answer = ask(view);
            assertThat(answer.getStatus()).as(view).isEqualTo(200);
            assertThat(tells(answer)).as(view).isTrue();
            assertThat(answer.getHeader("Throughline-Notice"))
                    .as(view)
                    .startsWith(NOTICE)
                    .contains("under written consent", "for treatment; to treating providers");
            assertThat(answer.getContentAsString().contains(NOTICE))
                    .as("%s says so in what it shows", view)
                    .isEqualTo(HEADER_ONLY.stream().noneMatch(view::contains));
        }
        for (String view : NEVER) {
            assertThat(tells(ask(view))).as(view).isFalse();
        }
    }

    @Test
    void those_who_audit_and_those_who_carry_messages_see_it_with_the_notice() throws Exception {
        for (String view : ALWAYS) {
            MockHttpServletResponse answer = ask(view);
            assertThat(answer.getStatus()).as(view).isEqualTo(200);
            assertThat(answer.getHeader("Throughline-Notice")).as(view).startsWith(NOTICE);
        }
        for (String format : List.of("csv", "ndjson", "fhir")) {
            assertThat(ask("COMPLIANCE /api/audit/export?format=" + format + "&patient=#")
                            .getContentAsString())
                    .as("a file travels on without its headers: %s", format)
                    .contains(NOTICE);
        }
        for (String export :
                List.of("/api/ledger/export?patient=#", "/api/ledger/export?from=0", "/api/audit/evidence?patient=#")) {
            MockHttpServletResponse answer = ask("COMPLIANCE " + export);
            assertThat(answer.getHeader("Throughline-Notice")).as(export).startsWith(NOTICE);
            assertThat(noteIn(answer.getContentAsByteArray())).as(export).contains(NOTICE);
        }
        assertThat(tells(ask("COMPLIANCE /patients/#"))).isTrue();
        assertThat(tells(ask("INTEGRATION /api/intake/#message/text"))).isTrue();
    }

    @Test
    void a_consent_for_another_purpose_opens_nothing() throws Exception {
        consent("PART2", "[\"HPAYMT\"]", null);
        assertThat(tells(ask("COORDINATOR /patients/#"))).isFalse();
    }

    @Test
    void a_consent_ends_with_its_last_day_and_with_its_revocation() throws Exception {
        consent("PART2", "[\"TREAT\"]", "2026-03-02");
        assertThat(tells(ask("COORDINATOR /patients/#"))).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(tells(ask("COORDINATOR /patients/#"))).isFalse();
        consent("PART2", "[\"TREAT\",\"HOPERAT\"]", null);
        assertThat(tells(ask("COORDINATOR /patients/#"))).isTrue();
        String id = db.sql("select consent_id from segments.consent where patient_id = ? and expires_on is null")
                .param(patient)
                .query(String.class)
                .single();
        assertThat(ask("COORDINATOR /patients/#/consents").getContentAsString()).contains(id, "in force", "run out");
        tell(COORDINATOR, "consents/" + id + "/revoke", "{\"words\":\"by letter\"}");
        assertThat(tells(ask("COORDINATOR /patients/#"))).isFalse();
        assertThat(ask("COORDINATOR /patients/#/consents").getContentAsString())
                .as("that there was one would tell what for")
                .contains("no consent that you may know of")
                .doesNotContain(id, "by letter");
        assertThat(ask("COMPLIANCE /patients/#/consents").getContentAsString()).contains(id, "revoked", "by letter");
    }

    @Test
    void an_emergency_opens_it_to_whoever_broke_the_glass_and_is_recorded_as_one() throws Exception {
        coordinator = "eva.lind"; // the next test begins this morning again, when her glass is still open
        tell(COORDINATOR, "glass", "{\"code\":\"COVERING\",\"reason\":\"Nora is ill\"}");
        assertThat(tells(ask("COORDINATOR /patients/#")))
                .as("no other reason will do")
                .isFalse();
        tell(COORDINATOR, "glass", "{\"code\":\"EMERGENCY\",\"reason\":\"found unconscious\"}");
        long before = looking.now();
        MockHttpServletResponse answer = ask("COORDINATOR /patients/#");
        assertThat(tells(answer)).isTrue();
        assertThat(answer.getHeader("Throughline-Notice")).contains("medical emergency");
        assertThat(looking.since(before, account(COORDINATOR))).singleElement().satisfies(shown -> {
            assertThat(shown.payload()).contains("medical-emergency");
            assertThat(shown.metadata()).containsEntry("labels", "PART2");
            assertThat(shown.metadata().get("notice")).startsWith(NOTICE);
        });
        clock.advance(Duration.ofMinutes(61));
        assertThat(tells(ask("COORDINATOR /patients/#"))).isFalse();
    }

    @Test
    void what_was_disclosed_is_recorded_with_the_consent_and_the_notice() throws Exception {
        consent("PART2", "[\"TREAT\"]", null);
        String id = db.sql("select consent_id from segments.consent where patient_id = ?")
                .param(patient)
                .query(String.class)
                .single();
        long before = looking.now();
        ask("COORDINATOR /api/patients/#");
        assertThat(looking.since(before, account(COORDINATOR))).singleElement().satisfies(shown -> {
            assertThat(shown.payload()).contains("\"consented\"");
            assertThat(shown.metadata()).containsEntry("consents", id);
            assertThat(shown.metadata().get("notice")).startsWith(NOTICE).contains("for treatment");
        });
    }

    @Test
    void its_events_carry_the_label_from_the_moment_they_are_written_and_others_do_not() {
        List<EventLog.Stored> all = log.read(0, 100_000);
        assertThat(all)
                .filteredOn(event -> event.payload().contains("HBREC"))
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.metadata()).as(event.name()).containsEntry("labels", "PART2"));
        assertThat(all)
                .filteredOn(event ->
                        event.name().startsWith("stay.") && !event.payload().contains("HBREC"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.metadata()).doesNotContainKey("labels"));
    }

    @Test
    void a_ward_of_a_hospital_can_be_a_program() {
        Intake intake = application.getBean(Intake.class);
        intake.take(application.getBean(AdtReader.class), detox(), "system:mllp");
        readModels.awaitAll();
        assertThat(log.read(0, 100_000))
                .filteredOn(event -> event.payload().contains("\"DETOX-"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.metadata()).containsEntry("labels", "PART2"));
    }

    private boolean tells(MockHttpServletResponse answer) throws Exception {
        String body =
                answer.getContentAsString().replace("value=\"" + number + "\"", ""); // what was typed is offered again
        return telling.stream().anyMatch(body::contains);
    }

    private void consent(String covers, String purposes, @Nullable String expiresOn) throws Exception {
        tell(
                COORDINATOR,
                "consents",
                "{\"covers\":\"%s\",\"purposes\":%s,\"recipient\":\"TREATING_TEAM\",\"signedOn\":\"2026-03-01\",%s\"form\":\"drawer 3\"}"
                        .formatted(covers, purposes, expiresOn == null ? "" : "\"expiresOn\":\"" + expiresOn + "\","));
    }

    private void tell(String role, String what, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account(role),
                role,
                post("/api/patients/" + patient + "/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        readModels.awaitAll();
    }

    private MockHttpServletResponse ask(String view) throws Exception {
        String role = view.substring(0, view.indexOf(' '));
        String path = filled(view.substring(view.indexOf(' ') + 1));
        if (path.startsWith("/patients/search")) {
            return looking.look(account(role), role, post("/patients/search").param("q", number));
        }
        if (path.startsWith("/api/patients/search")) {
            return looking.look(
                    account(role),
                    role,
                    post("/api/patients/search")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"q\":\"" + number + "\"}"));
        }
        return looking.look(account(role), role, get(path));
    }

    private String filled(String path) {
        String item = db.sql("select item_id from desk.work_item where person_id = ? and facility = 'HBREC'")
                .param(patient)
                .query(String.class)
                .single();
        return path.replace("#item", item)
                .replace("#number", number)
                .replace("#message", message)
                .replace(
                        "#head",
                        Long.toString(db.sql("select max(position) from audit.event")
                                .query(Long.class)
                                .single()))
                .replace("#", patient);
    }

    private String account(String role) {
        return switch (role) {
            case COORDINATOR -> coordinator;
            case SUPERVISOR -> "ada.boateng";
            case COMPLIANCE -> "cleo.marsh";
            default -> "ivan.petrov";
        };
    }

    private static String noteIn(byte[] zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry first = Objects.requireNonNull(entries.getNextEntry());
            assertThat(first.getName()).isEqualTo("export.note");
            return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> concat(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private byte[] harbor(String trigger, String day, String known, String discharged) {
        return bytes("""
                MSH|^~\\&|HARBOR|HBREC|CARECOORD|CLINIC|2026%2$s141018||ADT^%1$s|HBC%5$s%2$s|P|2.5.1
                EVN|%1$s|2026%2$s141000
                PID|1||%3$s^^^RVBND^MR~%6$s^^^HBREC^MR||OKONEDO^Wren||19480824|F
                PV1|1|I|RES^2^A^HBREC|E||||||||||1|||||VH%5$sX|||||||||||||||||01||||||||20260228133000|%4$s
                """.formatted(trigger, day, known, discharged, people, number));
    }

    private static byte[] detox() {
        return bytes("""
                MSH|^~\\&|ADMIT3|STCLR|CARECOORD|CLINIC|20260227141018||ADT^A01|DTX1|P|2.5.1
                EVN|A01|20260227141000
                PID|1||66012^^^STCLR^MR||MARLOWE^Ida||19510824|F
                PV1|1|I|DETOX^2^A^STCLR|E||||||||||1|||||VDTX1|||||||||||||||||||||||||20260227112300
                """);
    }

    private static byte[] bytes(String message) {
        return message.strip().replace('\n', '\r').toUpperCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
    }
}
