package care.throughline.infra.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.Discharges.Discharged;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.TestClock;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done with several lines at once is counted honestly, done once, and taken back where nothing happened since. */
@ThroughlineTest
class RoundsOverHttpTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Discharges discharges;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private TestClock clock;

    private Http nora;
    private Http sam;
    private Http ada;
    private String round = "";

    @BeforeEach
    void sign_in() {
        nora = Http.as("nora.quinn", "COORDINATOR", application);
        sam = nora.as("sam.ortiz", "COORDINATOR");
        ada = nora.as("ada.boateng", "SUPERVISOR");
        round = "rnd_" + UUID.randomUUID();
    }

    @Test
    void who_was_taken_meanwhile_is_counted_as_not_done_and_the_rest_is_taken_back() throws Exception {
        Discharged one = discharges.home("Roundone");
        Discharged two = discharges.home("Roundtwo");
        Discharged three = discharges.home("Roundthree");
        String referral = referral(one);
        sam.send("/api/patients/" + two.patient() + "/take", "{}").andExpect(status().isOk());
        clock.advance(Duration.ofSeconds(1));

        act(
                nora,
                "TAKE",
                one.transition().value(),
                two.transition().value(),
                three.transition().value(),
                referral);
        JsonNode told = told(nora);
        assertThat(told.path("done")).hasSize(3);
        assertThat(told.path("notDone")).hasSize(1);
        assertThat(told.at("/notDone/0/item").asString())
                .isEqualTo(two.transition().value());
        assertThat(told.at("/notDone/0/reason").asString()).isEqualTo("coordinator-present");

        clock.advance(Duration.ofSeconds(1));
        ada.send("/api/patients/" + three.patient() + "/coordinator", "{\"coordinator\":\"sam.ortiz\"}")
                .andExpect(status().isOk());
        undo(nora);
        undo(nora);
        JsonNode undone = told(nora);
        assertThat(undone.path("takenBack")).hasSize(2);
        assertThat(undone.at("/stays/0/item").asString())
                .isEqualTo(three.transition().value());
        assertThat(undone.at("/stays/0/reason").asString()).isEqualTo("happened-since");
        nora.read("/api/desk?filter=unassigned&size=200")
                .andExpect(jsonPath("$.lines[?(@.line.item=='" + one.transition() + "')]")
                        .isNotEmpty());
    }

    @Test
    void transitions_and_referrals_are_snoozed_together_once_and_come_back() throws Exception {
        Discharged home = discharges.home("Roundfour");
        String referral = referral(home);
        act(nora, "SNOOZE", home.transition().value(), referral, "trn_nobody", "oth_er");
        act(nora, "SNOOZE", home.transition().value(), referral, "trn_nobody", "oth_er");
        JsonNode told = told(nora);
        assertThat(told.path("done")).hasSize(2);
        assertThat(told.at("/notDone/0/reason").asString()).isEqualTo("transition-unknown");
        assertThat(told.at("/notDone/1/reason").asString()).isEqualTo("one-by-one");
        assertThat(snoozed(referral)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        nora.send(
                        "/api/transitions/" + home.transition() + "/checklist",
                        "{\"item\":\"EQUIPMENT_ARRANGED\",\"done\":true}")
                .andExpect(status().isOk());
        undo(nora);
        assertThat(told(nora).path("takenBack")).hasSize(1);
        assertThat(told(nora).at("/stays/0/reason").asString()).isEqualTo("happened-since");
        assertThat(snoozed(referral)).isFalse();
        readModels.assertRebuiltEqualsLive("rounds");
        readModels.assertRebuiltEqualsLive("referrals");
    }

    @Test
    void appointments_are_taken_and_snoozed_with_the_others_but_never_past_their_time() throws Exception {
        Discharged home = discharges.home("Roundsix");
        String near = appointment(home, "2026-03-05T14:00:00Z");
        String far = appointment(home, "2026-03-06T14:00:00Z");
        String review = "rev_" + home.patient().value().substring("pat_".length());
        act(nora, "TAKE", near, review);
        assertThat(told(nora).path("done")).hasSize(2);
        assertThat(desk("mine")).contains(near).contains(far);
        undo(nora);
        assertThat(told(nora).path("takenBack")).hasSize(2);

        next();
        actUntil(nora, "2026-03-05T20:00:00Z", near, far, review);
        JsonNode told = told(nora);
        assertThat(told.path("done").valueStream().map(JsonNode::asString)).containsExactly(far);
        assertThat(told.at("/notDone/0/reason").asString()).isEqualTo("after-the-appointment");
        assertThat(told.at("/notDone/1/reason").asString()).isEqualTo("review-stays");
        assertThat(desk("all")).contains(near).doesNotContain(far);
        assertThat(desk("snoozed")).contains(far);
        undo(nora);
        assertThat(told(nora).path("takenBack")).hasSize(1);
        assertThat(desk("all")).contains(far);
        readModels.assertRebuiltEqualsLive("calendar");
    }

    @Test
    void only_a_supervisor_assigns_and_only_who_did_it_takes_it_back() throws Exception {
        Discharged home = discharges.home("Roundfive");
        act(nora, "ASSIGN", home.transition().value());
        assertThat(told(nora).at("/notDone/0/reason").asString()).isEqualTo("not-a-supervisor");
        round = "rnd_" + UUID.randomUUID();
        clock.advance(Duration.ofSeconds(1));
        act(ada, "ASSIGN", home.transition().value());
        assertThat(told(ada).path("done")).hasSize(1);
        nora.send("/api/desk/rounds/" + round + "/undo", "{}").andExpect(status().isNotFound());
        readModels.awaitAll();
        nora.read("/api/desk/rounds/" + round).andExpect(status().isNotFound());
    }

    @Test
    void nothing_chosen_is_a_problem_that_says_so() throws Exception {
        nora.send("/api/desk/rounds", "{\"round\":\"" + round + "\",\"act\":\"TAKE\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.reason").value("nothing-chosen"));
    }

    private String referral(Discharged home) throws Exception {
        String referral = "ref_" + UUID.randomUUID();
        nora.send("/api/patients/" + home.patient() + "/referrals", """
                {"referral": "%s", "kind": "SERVICE", "specialty": "FOOD", "urgency": "ROUTINE",
                 "reason": "Eats once a day"}""".formatted(referral))
                .andExpect(status().isOk());
        return referral;
    }

    private String appointment(Discharged home, String startsAt) throws Exception {
        String appointment = "apt_" + UUID.randomUUID();
        nora.send("/api/patients/" + home.patient() + "/appointments", """
                {"appointment": "%s", "purpose": "LAB", "mode": "IN_PERSON", "startsAt": "%s", "with": "Lab"}""".formatted(appointment, startsAt))
                .andExpect(status().isOk());
        return appointment;
    }

    /** Another round, later. */
    private void next() {
        round = "rnd_" + UUID.randomUUID();
        clock.advance(Duration.ofSeconds(1));
    }

    private String desk(String filter) throws Exception {
        readModels.awaitAll();
        return json(nora, "/api/desk?filter=" + filter + "&size=200").toString();
    }

    private boolean snoozed(String referral) throws Exception {
        readModels.awaitAll();
        return !json(nora, "/api/referrals/" + referral).path("snooze").isNull();
    }

    private void act(Http who, String act, String... items) throws Exception {
        send(who, act, "2026-12-01T14:00:00Z", items);
    }

    private void actUntil(Http who, String until, String... items) throws Exception {
        send(who, "SNOOZE", until, items);
    }

    private void send(Http who, String act, String until, String... items) throws Exception {
        String chosen = Arrays.stream(items).map(item -> "\"" + item + "\"").collect(Collectors.joining(","));
        who.send("/api/desk/rounds", """
                {"round": "%s", "act": "%s", "items": [%s], "coordinator": "sam.ortiz",
                 "until": "%s", "reason": "The office is closed"}""".formatted(round, act, chosen, until)).andExpect(status().isOk());
    }

    private void undo(Http who) throws Exception {
        who.send("/api/desk/rounds/" + round + "/undo", "{}").andExpect(status().isOk());
    }

    private JsonNode told(Http who) throws Exception {
        readModels.awaitAll();
        return json(who, "/api/desk/rounds/" + round);
    }

    private static JsonNode json(Http who, String path) throws Exception {
        return JsonMapper.shared()
                .readTree(who.read(path)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
