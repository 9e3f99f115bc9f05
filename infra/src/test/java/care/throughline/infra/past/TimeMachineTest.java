package care.throughline.infra.past;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.intake.SaltedFeed;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** The live pages are kept as they are at random moments of the feed; later the past has to say the same, word for word. */
@ThroughlineTest
class TimeMachineTest {

    private static final long SEED = Long.getLong("throughline.past.seed", 4711);
    private static final int STOPS = Integer.getInteger("throughline.past.stops", 4);
    private static final int PEOPLE = Integer.getInteger("throughline.past.people", 6);
    private static final String SALT = "past" + SEED + "z";
    private static final Instant FEED_ENDS = Instant.parse("2026-11-20T00:00:00Z");
    private static final Pattern TIMES = Pattern.compile("(?<=[|^])2026\\d{8}(?:\\d\\d)?(?=[|^\r]|$)");
    private static final Pattern FAMILY = Pattern.compile("(\rPID\\|(?:[^|\r]*\\|){4}[^|^\r]+)");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

    @Autowired
    private Intake intake;

    @Autowired
    private AdtReader reader;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private WebApplicationContext application;

    @AfterEach
    void time_goes_back() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @Test
    void a_page_of_the_past_is_what_the_live_page_was_at_random_moments_of_the_feed() {
        Random random = new Random(SEED);
        Browse browse = new Browse(application);
        Loops loops = new Loops(browse, random, SALT);
        List<byte[]> messages = new SaltedFeed(Fixtures.found().json("expected/adt_truth.json"), SALT)
                .inOrder().stream().map(TimeMachineTest::lately).toList();
        Map<Long, Map<String, JsonNode>> seen = new LinkedHashMap<>();
        int step = messages.size() / STOPS;
        for (int stop = 0; stop < STOPS; stop++) {
            clock.set(Instant.now());
            int from = stop * step;
            int upTo = from + random.nextInt(1, step);
            messages.subList(from, upTo).forEach(this::take);
            readModels.awaitAll();
            browse.take(anyOf(people(), random));
            loops.draft(some(people(), random));
            loops.goOn(clock.instant());
            loops.decide(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            readModels.awaitAll();
            long position = head();
            clock.set(recordedAt(position));
            seen.put(position, live(browse, some(people(), random)));
            messages.subList(upTo, from + step).forEach(this::take);
            loops.goOn(clock.instant());
            loops.decide(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        readModels.awaitAll();
        assertThat(seen.values().stream()
                        .flatMap(pages -> Objects.requireNonNull(pages.get("/referrals#shown"))
                                .valueStream())
                        .map(referral -> referral.get("status").asString())
                        .distinct())
                .as("states of referrals that were seen, seed %s", SEED)
                .hasSizeGreaterThan(4);
        seen.forEach((position, pages) -> {
            assertThat(past(browse, position, pages))
                    .as("at position %s, seed %s", position, SEED)
                    .isEqualTo(pages);
            assertThat(pages)
                    .as("something happened since, or this proves nothing")
                    .isNotEqualTo(now(browse, pages));
        });
    }

    private List<String> some(List<String> people, Random random) {
        List<String> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(PEOPLE, shuffled.size()));
    }

    private Map<String, JsonNode> now(Browse browse, Map<String, JsonNode> pages) {
        return live(
                browse,
                pages.keySet().stream()
                        .filter(page -> page.endsWith("#chart"))
                        .map(page -> page.substring("/patients/".length(), page.indexOf('#')))
                        .toList());
    }

    /** The lists, and the pages of these people, as they are now, each by the address of its past. */
    private Map<String, JsonNode> live(Browse browse, List<String> people) {
        Map<String, JsonNode> pages = new LinkedHashMap<>();
        for (String person : people) {
            pages.put("/patients/" + person + "#chart", browse.get("/api/patients/" + person));
            pages.put("/patients/" + person + "#referrals", browse.get("/api/patients/" + person + "/referrals"));
            pages.put(
                    "/patients/" + person + "#authorizations",
                    browse.get("/api/patients/" + person + "/authorizations"));
            pages.put(
                    "/patients/" + person + "#moments",
                    browse.get("/api/patients/" + person + "/timeline?order=recorded"));
        }
        for (String filter : List.of("mine", "all", "overdue")) {
            pages.put(
                    "/desk?coordinator=" + Browse.COORDINATOR + "&filter=" + filter + "#shown",
                    browse.get("/api/desk?size=200&filter=" + filter).get("lines"));
        }
        pages.put("/referrals#shown", browse.get("/api/referrals"));
        pages.put(
                "/referrals?coordinator=" + Browse.COORDINATOR + "&stuck=true#shown",
                browse.get("/api/referrals?coordinator=" + Browse.COORDINATOR + "&stuck=true"));
        pages.put("/transitions?x=1#counts", browse.get("/api/transitions").get("counts"));
        pages.put("/transitions?x=1#cards", browse.get("/api/transitions").get("cards"));
        return pages;
    }

    private static Map<String, JsonNode> past(Browse browse, long position, Map<String, JsonNode> pages) {
        Map<String, JsonNode> past = new LinkedHashMap<>();
        Map<String, JsonNode> answers = new HashMap<>();
        pages.keySet().forEach(page -> {
            String[] place = page.split("#", 2);
            String address = "/api/past" + place[0] + (place[0].contains("?") ? "&" : "?") + "at=" + position;
            JsonNode then = answers.computeIfAbsent(address, browse::get).get("then");
            past.put(
                    page,
                    place[0].startsWith("/transitions") ? then.get("shown").get(place[1]) : then.get(place[1]));
        });
        return past;
    }

    private void take(byte[] message) {
        intake.take(reader, message, "system:mllp");
    }

    private List<String> people() {
        return db.sql("""
                        select distinct p.root_id from patients.identifier i join patients.person p using (patient_id)
                        where i.value like '%' || :salt order by 1
                        """).param("salt", SALT).query(String.class).list();
    }

    private static List<String> anyOf(List<String> people, Random random) {
        List<String> some = new ArrayList<>(people);
        some.removeIf(person -> random.nextInt(3) > 0);
        return some;
    }

    private long head() {
        return db.sql("select max(position) from store.event").query(Long.class).single();
    }

    private Instant recordedAt(long position) {
        return db.sql("select recorded_at from store.event where position = ?")
                .param(position)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** The same story of people of another name, ending about now, so that its clocks run while it is told. */
    private static byte[] lately(byte[] message) {
        long days = ChronoUnit.DAYS.between(FEED_ENDS, Instant.now());
        String renamed =
                FAMILY.matcher(new String(message, StandardCharsets.ISO_8859_1)).replaceAll("$1Then");
        return TIMES.matcher(renamed)
                .replaceAll(found -> {
                    String time = found.group();
                    return LocalDateTime.parse(time.substring(0, 12), MINUTES)
                                    .plusDays(days)
                                    .format(MINUTES)
                            + time.substring(12);
                })
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
