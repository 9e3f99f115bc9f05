package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bundles as Synthea writes them, over HTTP by a machine with a token. */
@ThroughlineTest
class BundlesTest {

    private static final Set<String> IDENTIFYING = Set.of("MR", "PI");
    private static final Map<String, String> ASSIGNERS = Map.of(
            "urn:oid:2.16.840.1.113883.19.4.1", "RVBND",
            "urn:oid:2.16.840.1.113883.19.4.2", "STCLR",
            "urn:oid:2.16.840.1.113883.19.4.3", "LKSHR",
            "urn:oid:2.16.840.1.113883.19.4.900", "BAYHIE");

    @LocalServerPort
    private int port;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void introduce_the_providers() throws Exception {
        post("fhir/providers/organizations.json");
        post("fhir/providers/practitioners.json");
    }

    @Test
    void what_each_bundle_holds_is_known_afterwards_and_the_same_bundle_again_changes_nothing() throws Exception {
        for (JsonNode expected : Fixtures.found().json("expected/fhir_summary.json")) {
            String file = expected.get("file").asString();
            HttpResponse<String> answer = post(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("unresolved-reference");
            readModels.awaitAll();
            assertThat(known(expected)).as(file).isEqualTo(expectedOf(expected));
            assertThat(numbersOf(root(expected))).as(file).containsAll(identifying(expected));
            assertThat(values(numbersOf(root(expected)))).as(file).doesNotContainAnyElementsOf(others(expected));
            long events = events();
            assertThat(post(file).statusCode()).isEqualTo(200);
            readModels.awaitAll();
            assertThat(events()).as("events after the repeat of %s", file).isEqualTo(events);
        }
        assertThat(db.sql(
                                "select count(*) from desk.work_item w join patients.stay s using (stay_id) where s.historical")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_no_bundle_is_refused_with_a_reason() throws Exception {
        HttpResponse<String> answer = post("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("OperationOutcome").contains("unreadable");
    }

    /** Name, birth date, for each class how many visits, and the inpatient stays with their hours. */
    private static List<Object> expectedOf(JsonNode summary) {
        Map<String, Integer> classes = new TreeMap<>();
        summary.get("encounters")
                .properties()
                .forEach(one -> classes.merge(
                        one.getKey().equals("HH") ? "AMB" : one.getKey(),
                        one.getValue().asInt(),
                        Integer::sum));
        JsonNode given = summary.get("name").get("given");
        return List.of(
                summary.get("name").get("family").asString(),
                given.get(0).asString(),
                summary.get("birthDate").asString(),
                classes,
                inpatient(summary));
    }

    private static Set<String> inpatient(JsonNode summary) {
        Set<String> stays = new TreeSet<>();
        summary.get("inpatient")
                .forEach(stay -> stays.add(instant(stay.get("start")) + " to " + instant(stay.get("end"))));
        return stays;
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toInstant();
    }

    /** The numbers of papers and insurances, which identify nobody here. */
    private static List<String> others(JsonNode summary) {
        List<String> others = new ArrayList<>();
        for (JsonNode one : summary.get("identifiers")) {
            if (!one.get("type").isNull()
                    && !IDENTIFYING.contains(one.get("type").asString())) {
                others.add(one.get("value").asString());
            }
        }
        return others;
    }

    /** The record and person numbers; the assigners that we know go by their code. */
    private static Set<String> identifying(JsonNode summary) {
        Set<String> numbers = new TreeSet<>();
        for (JsonNode one : summary.get("identifiers")) {
            if (IDENTIFYING.contains(one.get("type").asString(""))) {
                String system = one.get("system").asString();
                numbers.add(ASSIGNERS.getOrDefault(system, system) + " "
                        + one.get("value").asString());
            }
        }
        return numbers;
    }

    private String root(JsonNode summary) {
        String record = summary.get("identifiers").get(1).get("value").asString();
        return db.sql("""
                select r.root_id from patients.identifier i join patients.record r using (patient_id)
                where i.assigner = 'http://hospital.smarthealthit.org' and i.value = ?
                """).param(record).query(String.class).single();
    }

    /** What this person is known by, also by what other tests told. */
    private List<String> numbersOf(String root) {
        return db.sql("""
                select assigner || ' ' || value from patients.identifier join patients.record using (patient_id)
                where root_id = ?
                """).param(root).query(String.class).list();
    }

    private static List<String> values(List<String> numbers) {
        return numbers.stream()
                .map(number -> number.substring(number.indexOf(' ') + 1))
                .toList();
    }

    private List<Object> known(JsonNode summary) {
        String root = root(summary);
        Map<String, Integer> classes = new TreeMap<>();
        db.sql("""
                select stay_class, count(*) as many from patients.stay join patients.record using (patient_id)
                where root_id = ? and historical group by stay_class
                """).param(root).query(row -> {
            classes.put(row.getString("stay_class"), row.getInt("many"));
        });
        List<Object> known = new ArrayList<>(
                db.sql("select family, given, birth_date::text from patients.person" + " where patient_id = ?")
                        .param(root)
                        .query((row, number) -> List.<Object>of(row.getString(1), row.getString(2), row.getString(3)))
                        .single());
        known.add(classes);
        known.add(new TreeSet<>(db.sql("""
                        select s.admitted_at, s.discharged_at from patients.stay s join patients.record using (patient_id)
                        where root_id = ? and historical and stay_class = 'IMP'
                        """)
                .param(root)
                .query((row, number) -> row.getTimestamp(1).toInstant() + " to "
                        + row.getTimestamp(2).toInstant())
                .list()));
        return known;
    }

    private long events() {
        return db.sql("select count(*) from store.event where name not like 'intake.%'")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> post(String file) throws Exception {
        return post(Fixtures.found().bytes(file));
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/fhir"))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=demo-integration&client_secret=demo"))
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
