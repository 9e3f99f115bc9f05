package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import care.throughline.command.Commands;
import care.throughline.command.erasure.ErasureCommand.PlaceHold;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.infra.security.Routes;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.query.accesses.Views;
import care.throughline.query.feed.EventLog.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every route there is: what shows people is recorded, and what is said to show nobody does not. */
@ThroughlineTest
class AccessesAreRecordedTest {

    private static final String CANARY = "QUILLFEATHER";
    private static final String NUMBER = "77300419";
    private static final String COORDINATOR = "COORDINATOR";
    private static final String FOOD_BANK = "prf_food-bank";
    private static final String FOOD = "?by=SPECIALTY&group=FOOD";
    private static final String SENT = FOOD + "&from=CREATED&to=SENT";
    private static final String RULED = "?by=PAYER&group=Acme%20Health";
    private static final String MARCH = "?by=MONTH&group=2026-03&since=2026-03&until=2026-03";
    private static @Nullable String patient;
    private static String link = "";
    private static String feed = "";

    /** By role, how to ask for each route that shows people; {@code #} is the patient, and others as in {@link #filled}. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("GET /desk", "COORDINATOR /desk?filter=all"),
            Map.entry("GET /desk/lines/{item}", "COORDINATOR /desk/lines/#item"),
            Map.entry("GET /transitions", "COORDINATOR /transitions"),
            Map.entry("GET /overnight", "COORDINATOR /overnight?since=2026-02-26T00:00"),
            Map.entry("GET /patients/{id}", "COORDINATOR /patients/#"),
            Map.entry("GET /patients/{id}/consents", "COORDINATOR /patients/#/consents"),
            Map.entry("GET /api/patients/{id}/consents", "COORDINATOR /api/patients/#/consents"),
            Map.entry("GET /patients/{id}/events/{position}", "COORDINATOR /patients/#/events/#position"),
            Map.entry("POST /patients/search", "COORDINATOR /patients/search?q=" + CANARY),
            Map.entry("GET /intake/{id}", "OPERATOR /intake/#message"),
            Map.entry("GET /measures/{slug}/members", "ANALYST /measures/readmission/members?month=2026-02"),
            Map.entry("GET /measures/referrals/closure/members", "ANALYST /measures/referrals/closure/members" + FOOD),
            Map.entry("GET /measures/referrals/waits/members", "ANALYST /measures/referrals/waits/members" + SENT),
            Map.entry(
                    "GET /api/measures/referrals/closure/members",
                    "ANALYST /api/measures/referrals/closure/members" + FOOD),
            Map.entry(
                    "GET /api/measures/referrals/waits/members",
                    "ANALYST /api/measures/referrals/waits/members" + SENT),
            Map.entry("GET /directory/{performer}/seen", "COORDINATOR /directory/" + FOOD_BANK + "/seen"),
            Map.entry("GET /api/directory/{performer}/seen", "COORDINATOR /api/directory/" + FOOD_BANK + "/seen"),
            Map.entry("GET /api/desk", "COORDINATOR /api/desk?filter=all&size=200"),
            Map.entry("GET /api/desk/rounds/{round}", "COORDINATOR /api/desk/rounds/rnd_walker"),
            Map.entry("GET /api/transitions", "COORDINATOR /api/transitions"),
            Map.entry("GET /api/overnight", "COORDINATOR /api/overnight?since=2026-02-26T00:00"),
            Map.entry("GET /api/patients/{id}", "COORDINATOR /api/patients/#"),
            Map.entry("GET /api/patients/{id}/timeline", "COORDINATOR /api/patients/#/timeline"),
            Map.entry("GET /api/patients/{id}/referrals", "COORDINATOR /api/patients/#/referrals"),
            Map.entry("POST /api/patients/search", "COORDINATOR /api/patients/search"),
            Map.entry("GET /api/intake/{id}", "OPERATOR /api/intake/#message"),
            Map.entry("GET /api/intake/{id}/text", "SUPERVISOR /api/intake/#message/text"),
            Map.entry("GET /api/measures/{measure}/members", "ANALYST /api/measures/readmission/members?month=2026-02"),
            Map.entry("GET /authorizations", "COORDINATOR /authorizations"),
            Map.entry("GET /authorizations/{id}", "COORDINATOR /authorizations/#permission"),
            Map.entry("GET /authorizations/{id}/dossier", "COORDINATOR /authorizations/#permission/dossier"),
            Map.entry("GET /authorizations/{id}/dossier.pdf", "COORDINATOR /authorizations/#permission/dossier.pdf"),
            Map.entry("GET /api/authorizations/{id}/dossier", "COORDINATOR /api/authorizations/#permission/dossier"),
            Map.entry("GET /measures/referrals/rulings/members", "ANALYST /measures/referrals/rulings/members" + RULED),
            Map.entry(
                    "GET /api/measures/referrals/rulings/members",
                    "ANALYST /api/measures/referrals/rulings/members" + RULED),
            Map.entry("GET /api/authorizations", "COORDINATOR /api/authorizations"),
            Map.entry("GET /api/authorizations/{id}", "COORDINATOR /api/authorizations/#permission"),
            Map.entry("GET /api/patients/{id}/authorizations", "COORDINATOR /api/patients/#/authorizations"),
            Map.entry("GET /referrals", "COORDINATOR /referrals"),
            Map.entry("GET /referrals/{id}", "COORDINATOR /referrals/#referral"),
            Map.entry("GET /api/referrals", "COORDINATOR /api/referrals"),
            Map.entry("GET /api/referrals/{id}", "COORDINATOR /api/referrals/#referral"),
            Map.entry("GET /calendar", "COORDINATOR /calendar"),
            Map.entry("GET /calendar/appointments/{id}", "COORDINATOR /calendar/appointments/#appointment"),
            Map.entry("GET /patients/{id}/calendar", "COORDINATOR /patients/#/calendar"),
            Map.entry("GET /ical/{secret}", "COORDINATOR #feed"),
            Map.entry("GET /api/calendar", "COORDINATOR /api/calendar?from=2026-03-02"),
            Map.entry("GET /api/appointments/{id}", "COORDINATOR /api/appointments/#appointment"),
            Map.entry("GET /api/patients/{id}/calendar", "COORDINATOR /api/patients/#/calendar"),
            Map.entry("GET /measures/appointments/members", "ANALYST /measures/appointments/members" + MARCH),
            Map.entry("GET /api/measures/appointments/members", "ANALYST /api/measures/appointments/members" + MARCH),
            Map.entry("GET /link/{token}", "PERFORMER #link"),
            Map.entry("GET /fhir/Task", "PERFORMER /fhir/Task"),
            Map.entry("GET /fhir/Task/{id}", "PERFORMER /fhir/Task/#task"),
            Map.entry("PATCH /fhir/Task/{id}", "PERFORMER /fhir/Task/#task"),
            Map.entry("GET /fhir/ServiceRequest", "PERFORMER /fhir/ServiceRequest"),
            Map.entry("GET /fhir/ServiceRequest/{id}", "PERFORMER /fhir/ServiceRequest/#request"),
            Map.entry("GET /restrictions", "COMPLIANCE /restrictions"),
            Map.entry("GET /api/restrictions/glass", "COMPLIANCE /api/restrictions/glass"),
            Map.entry("GET /erasures", "COMPLIANCE /erasures"),
            Map.entry("GET /erasures/{erasure}", "COMPLIANCE /erasures/#file"),
            Map.entry("GET /api/erasures", "COMPLIANCE /api/erasures"),
            Map.entry("GET /api/erasures/{erasure}", "COMPLIANCE /api/erasures/#file"),
            Map.entry("GET /accesses", "COMPLIANCE /accesses?patient=#"),
            Map.entry("GET /accesses/accounting.pdf", "COMPLIANCE /accesses/accounting.pdf?patient=#"),
            Map.entry("GET /patients/{id}/disclosures", "COORDINATOR /patients/#/disclosures"),
            Map.entry("GET /api/patients/{id}/disclosures", "COORDINATOR /api/patients/#/disclosures"),
            Map.entry("GET /api/investigations", "COMPLIANCE /api/investigations"),
            Map.entry("GET /api/accesses", "COMPLIANCE /api/accesses?patient=#"),
            Map.entry("GET /fhir/AuditEvent", "COMPLIANCE /fhir/AuditEvent?patient=#"),
            Map.entry("GET /past/patients/{id}", "COMPLIANCE /past/patients/#"),
            Map.entry("GET /past/desk", "SUPERVISOR /past/desk?filter=all"),
            Map.entry("GET /past/referrals", "SUPERVISOR /past/referrals"),
            Map.entry("GET /past/transitions", "SUPERVISOR /past/transitions"),
            Map.entry("GET /api/past/patients/{id}", "COMPLIANCE /api/past/patients/#"),
            Map.entry("GET /api/past/desk", "SUPERVISOR /api/past/desk?coordinator=ana.lim&filter=all"),
            Map.entry("GET /api/past/referrals", "SUPERVISOR /api/past/referrals"),
            Map.entry("GET /api/past/transitions", "SUPERVISOR /api/past/transitions"),
            Map.entry("GET /audit", "COMPLIANCE /audit?patient=#"),
            Map.entry("GET /audit/events/{position}", "COMPLIANCE /audit/events/#position"),
            Map.entry("GET /audit/causes", "COMPLIANCE /audit/causes?correlation=#correlation"),
            Map.entry("GET /api/audit/events", "COMPLIANCE /api/audit/events?patient=#"),
            Map.entry("GET /api/audit/events/{position}", "COMPLIANCE /api/audit/events/#position"),
            Map.entry("GET /api/audit/evidence", "COMPLIANCE /api/audit/evidence?patient=#"),
            Map.entry("GET /api/audit/export", "COMPLIANCE /api/audit/export?format=csv&patient=#"),
            Map.entry("GET /api/ledger/export", "COMPLIANCE /api/ledger/export?patient=#"),
            Map.entry("GET /api/feed", "ANALYST /api/feed?limit=1"));

    /**
     * Streams of events name nobody, personal data is left out of them; nobody broke the glass of this chart; and the referral
     * is too young to be judged, no payer has decided, nobody was seen, and no appointment is over; a round names lines by their ids.
     */
    private static final List<String> WITHOUT_NAMES = List.of(
            "GET /api/feed",
            "GET /api/desk/rounds/{round}",
            "GET /restrictions",
            "GET /api/restrictions/glass",
            "GET /measures/referrals/closure/members",
            "GET /api/measures/referrals/closure/members",
            "GET /measures/referrals/rulings/members",
            "GET /api/measures/referrals/rulings/members",
            "GET /measures/appointments/members",
            "GET /api/measures/appointments/members",
            "GET /directory/{performer}/seen",
            "GET /api/directory/{performer}/seen",
            "GET /api/investigations");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    private Looking looking;

    @BeforeEach
    void somebody_went_home() throws Exception {
        looking = new Looking(application);
        if (patient == null) {
            patient = Looking.discharged(application, NUMBER, CANARY);
            sent(COORDINATOR, "/api/patients/" + patient + "/referrals", """
                    {"kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE", "reason": "meals at home"}""");
            sent(
                    COORDINATOR,
                    "/api/patients/" + patient + "/authorizations",
                    "{\"specialty\":\"HOME_HEALTH\",\"service\":\"visits at home\",\"payer\":\"Acme Health\","
                            + "\"program\":\"COMMERCIAL\",\"priority\":\"STANDARD\"}");
            application
                    .getBean(Commands.class)
                    .send(new PlaceHold(
                            new PatientId(patient), new StaffId("walker"), "so that there is a file", clock.instant()));
            application.getBean(ReadModels.class).awaitAll();
            looking.look(
                    "walker.COORDINATOR",
                    COORDINATOR,
                    post("/api/desk/rounds")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"round\":\"rnd_walker\",\"act\":\"TAKE\",\"items\":[\"trn_nobody\"]}"));
            link = linkFor(one("select referral_id from referrals.referral where patient_id = ?"));
            feed = feedWithAnAppointment();
            application.getBean(ReadModels.class).awaitAll();
        }
    }

    @Test
    void every_route_that_shows_people_is_recorded_with_whom_it_showed() throws Exception {
        for (String route : routes(Routes.Shows.PEOPLE).toList()) {
            assertThat(EXAMPLES)
                    .as("%s shows people, says Routes: give it an example here, to see that it is recorded", route)
                    .containsKey(route);
            String[] example = filled(EXAMPLES.getOrDefault(route, "")).split(" ", 2);
            String account = example[0].equals("PERFORMER") ? FOOD_BANK : "walker." + example[0];
            long before = looking.now();
            MockHttpServletResponse answer = looking.look(account, example[0], asking(method(route), example[1]));
            assertThat(answer.getStatus()).as(route).isEqualTo(200);
            List<Stored> recorded = looking.since(before, account);
            assertThat(recorded).as(route).hasSize(1);
            assertThat(recorded.getFirst().name()).isEqualTo("access.DataShown");
            assertThat(recorded.getFirst().payload()).contains("\"view\":\"" + route + "\"");
            if (!WITHOUT_NAMES.contains(route)) {
                assertThat(recorded.getFirst().payload()).as(route).contains(patient);
            }
        }
    }

    @Test
    void every_route_that_shows_people_has_a_name_for_those_who_read_of_it() {
        assertThat(routes(Routes.Shows.PEOPLE).map(Views::inWords))
                .allSatisfy(name -> assertThat(name).doesNotContain("/"));
    }

    @Test
    void what_is_said_to_show_nobody_shows_nobody() throws Exception {
        for (String route : routes(Routes.Shows.NOTHING)
                .filter(one -> one.startsWith("GET"))
                .toList()) {
            String path = route.substring(4).replace("{measure}", "readmission").replaceAll("\\{[a-z]+}", "0");
            for (String role : List.of(COORDINATOR, "COMPLIANCE", "ANALYST", "OPERATOR")) {
                if (!path.equals("/desk/live")) {
                    assertThat(looking.look("walker", role, get(path)).getContentAsString())
                            .as("%s as %s", route, role)
                            .doesNotContainIgnoringCase(CANARY)
                            .doesNotContain(patient);
                }
            }
        }
    }

    @Test
    void who_in_which_role_why_when_and_from_where_is_recorded() throws Exception {
        long before = looking.now();
        looking.look("ana.lim", COORDINATOR, get("/patients/" + patient).with(from("192.0.2.7")));
        Stored recorded = looking.since(before, "ana.lim").getFirst();
        assertThat(recorded.metadata())
                .containsEntry("role", COORDINATOR)
                .containsEntry("purpose", "TREAT")
                .containsKey("correlationId");
        assertThat(recorded.payload())
                .contains("\"from\":\"192.0.2.7\"", "\"occurredAt\":\"2026-03-02T15:00:00Z\"", "\"why\":\"")
                .doesNotContain(CANARY);
    }

    @Test
    void looking_again_within_a_minute_is_recorded_once_but_never_for_somebody_else() throws Exception {
        long before = looking.now();
        for (int seconds = 0; seconds < 90; seconds += 30) {
            looking.look("ben.ode", COORDINATOR, get("/patients/" + patient));
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(looking.since(before, "ben.ode")).hasSize(2);
        looking.look("cat.ray", COORDINATOR, get("/patients/" + patient));
        assertThat(looking.since(before, "cat.ray")).hasSize(1);
    }

    @Test
    void who_was_refused_is_recorded_too() throws Exception {
        long before = looking.now();
        assertThat(looking.look("dan.poe", "ANALYST", get("/patients/" + patient))
                        .getStatus())
                .isEqualTo(403);
        assertThat(looking.since(before, "dan.poe").getFirst())
                .satisfies(refused -> assertThat(refused.name()).isEqualTo("access.DataRefused"))
                .satisfies(refused -> assertThat(refused.payload()).contains("role-not-allowed", patient));
        assertThat(looking.look(get("/api/patients/" + patient)).getStatus()).isEqualTo(401);
        assertThat(looking.since(before, AccessRecorder.NOBODY).getFirst().payload())
                .contains("not-signed-in", patient);
    }

    @Test
    void what_shows_nothing_is_not_recorded() throws Exception {
        long before = looking.now();
        looking.look("eve.kim", COORDINATOR, get("/patients"));
        looking.look("eve.kim", COORDINATOR, get("/patients/pat_nobody"));
        assertThat(looking.since(before, "eve.kim")).isEmpty();
    }

    private Stream<String> routes(Routes.Shows shows) {
        return application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .distinct()
                .filter(route ->
                        lineOf(route).filter(line -> line.shows() == shows).isPresent());
    }

    private Optional<Routes.Route> lineOf(String route) {
        String[] parts = route.split(" ", 2);
        return Routes.of(new MockHttpServletRequest(
                application.getServletContext(), parts[0], parts[1].replaceAll("\\{[^}]*}", "x1")));
    }

    private static HttpMethod method(String route) {
        return HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
    }

    private MockHttpServletRequestBuilder asking(HttpMethod method, String path) {
        MockHttpServletRequestBuilder request = request(method, path).header("Accept", "*/*");
        if (method.equals(HttpMethod.PATCH)) {
            return request.contentType("application/json-patch+json")
                    .content("[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"accepted\"}]");
        }
        return path.equals("/api/patients/search")
                ? request.contentType(MediaType.APPLICATION_JSON).content("{\"q\":\"" + CANARY + "\"}")
                : request;
    }

    /** The example with ids of what is in the store. */
    private String filled(String example) {
        return example.replace("#file", "era_" + String.valueOf(patient).substring(PatientId.PREFIX.length()))
                .replace("#link", link)
                .replace("#feed", feed)
                .replace("#appointment", one("select appointment_id from calendar.appointment where patient_id = ?"))
                .replace("#task", one("select task_id from tasks.task where patient_id = ?"))
                .replace(
                        "#request",
                        one("select replace(referral_id, '_', '-') from referrals.referral where patient_id = ?"))
                .replace("#item", one("select item_id from desk.work_item where patient_id = ?"))
                .replace("#referral", one("select referral_id from referrals.referral where patient_id = ?"))
                .replace("#permission", one("select authorization_id from authorizations.request where patient_id = ?"))
                .replace("#message", one("select message_id from intake_log.about where patient_id = ? limit 1"))
                .replace("#position", one("select position::text from timeline.entry where patient_id = ? limit 1"))
                .replace("#correlation", one("select correlation_id from audit.event where patient_id = ? limit 1"))
                .replace("#", String.valueOf(patient));
    }

    /** The path of a secure link that a performer was given, who was asked and is in the directory. */
    private String linkFor(String referral) throws Exception {
        String to = "/api/referrals/" + referral;
        sent("SUPERVISOR", "/api/directory", """
                {"performer": "%s", "capacity": "OPEN", "details": {"name": "Food Bank", "specialty": "FOOD",
                 "languages": ["en"], "zip": "01105", "phone": "413-555-0142"}}""".formatted(FOOD_BANK));
        sent(COORDINATOR, to + "/packet", "{\"item\": \"CONSENT_TO_SHARE\", \"present\": true}");
        sent(COORDINATOR, to + "/send", "{\"performers\": [\"" + FOOD_BANK + "\"]}");
        String issued = sent(COORDINATOR, to + "/performers/" + FOOD_BANK + "/link", "{}");
        return issued.replaceAll(".*(/link/[A-Za-z0-9_-]{43}).*", "$1");
    }

    /** The path of the calendar of whoever walks, who takes the patient on and books an appointment. */
    private String feedWithAnAppointment() throws Exception {
        sent("walker.COORDINATOR", COORDINATOR, "/api/patients/" + patient + "/take", "{}");
        sent(COORDINATOR, "/api/patients/" + patient + "/appointments", """
                {"purpose": "LAB", "mode": "IN_PERSON", "startsAt": "2026-03-04T14:00:00Z", "with": "Lab on Main"}""");
        return sent("walker.COORDINATOR", COORDINATOR, "/api/calendar/feeds", "{}")
                .replaceAll(".*(/ical/[A-Za-z0-9_-]{43}).*", "$1");
    }

    private String sent(String role, String path, String json) throws Exception {
        return sent("ana.lim", role, path, json);
    }

    private String sent(String account, String role, String path, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account,
                role,
                post(path).contentType(MediaType.APPLICATION_JSON).content(json));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String one(String sql) {
        return db.sql(sql).param(patient).query(String.class).single();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
