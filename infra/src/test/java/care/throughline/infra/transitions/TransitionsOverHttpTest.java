package care.throughline.infra.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.infra.testing.Discharges;
import care.throughline.infra.testing.Discharges.Discharged;
import care.throughline.infra.testing.Http;
import care.throughline.infra.testing.ThroughlineTest;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ThroughlineTest
class TransitionsOverHttpTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Discharges discharges;

    @Autowired
    private EventStore store;

    private Http nora;

    @BeforeEach
    void sign_in() {
        nora = Http.as("nora.quinn", "COORDINATOR", application);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outreach           | {"channel":"PHONE","outcome":"NO_ANSWER","attempt":"att_1"}
            visits             | {"startsAt":"2026-03-06T15:00:00Z","with":"Dr. Lee"}
            visits/kept        | {"at":"2026-03-01T15:00:00Z"}
            reconciliation     | {"at":"2026-03-01T16:00:00Z","note":"one stopped"}
            checklist          | {"item":"EQUIPMENT_ARRANGED","done":true}
            complexity         | {"complexity":"HIGH"}
            snooze             | {"until":"2026-03-04T14:00:00Z","reason":"asked to be called back"}
            unsnooze           | {}
            """)
    void what_is_sent_twice_counts_once(String path, String json) throws Exception {
        Discharged busy = discharges.home("Busy");
        nora.send(at(busy, path), json)
                .andExpect(status().isOk())
                .andExpect(header().exists("Throughline-Position"))
                .andExpect(jsonPath("$.position").isNumber());
        long events = events(busy);

        nora.send(at(busy, path), json).andExpect(status().isOk());
        assertThat(events(busy)).isEqualTo(events);
    }

    @Test
    void work_done_is_completed_once() throws Exception {
        Discharged done = discharges.home("Done");
        nora.send(at(done, "complete"), "{\"reason\":\"moved away\"}").andExpect(status().isOk());
        long events = events(done);

        nora.send(at(done, "complete"), "{\"reason\":\"moved away\"}").andExpect(status().isOk());
        assertThat(events(done)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outreach           | {"channel":"PHONE","outcome":"REACHED","minutes":9999}          | minutes-out-of-range
            outreach           | {"channel":"PHONE","outcome":"REACHED","attempt":"my aunt"}     | name-malformed
            outreach           | {"channel":"PHONE","outcome":"REACHED","at":"2027-01-01T00:00:00Z"} | in-the-future
            outreach           | {"channel":"PHONE","outcome":"REACHED","at":"2026-01-01T00:00:00Z"} | before-discharge
            visits             | {"startsAt":"2026-03-05T15:00:00Z"}                             | text-missing
            visits             | {"startsAt":"2026-03-01T15:00:00Z","with":"Dr. Lee"}            | in-the-past
            visits/cancelled   | {"reason":"rain"}                                               | visit-not-booked
            visits/missed      | {}                                                              | visit-not-booked
            visits/kept        | {"at":"2026-03-09T15:00:00Z"}                                   | in-the-future
            reconciliation     | {"at":"2026-02-01T15:00:00Z"}                                   | before-discharge
            snooze             | {"until":"2026-03-04T14:00:00Z"}                                | text-missing
            snooze             | {"until":"2026-03-01T14:00:00Z","reason":"later"}               | in-the-past
            complete           | {}                                                              | completion-needs-reason
            """)
    void what_the_rules_refuse_is_a_problem_with_its_reason_and_changes_nothing(String path, String json, String reason)
            throws Exception {
        Discharged idle = discharges.home("Idle");
        long events = events(idle);
        nora.send(at(idle, path), json)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value(reason))
                .andExpect(jsonPath("$.detail").isNotEmpty());
        assertThat(events(idle)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outreach           | {}                                            | channel
            outreach           | {"channel":"PIGEON","outcome":"REACHED"}      | channel
            visits             | {"startsAt":"on Friday","with":"Dr. Lee"}     | startsAt
            checklist          | {"item":"FRIDGE_FULL","done":true}            | item
            complexity         | {}                                            | complexity
            snooze             | {"reason":"later"}                            | until
            """)
    void what_cannot_be_read_names_its_field_and_repeats_nothing(String path, String json, String field)
            throws Exception {
        String answer = nora.send(at(discharges.home("Idle"), path), json)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("unreadable"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("'" + field + "'").doesNotContain("PIGEON", "Friday", "FRIDGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits/missed", "unsnooze"})
    void a_transition_that_nobody_knows_is_not_found(String path) throws Exception {
        nora.send("/api/transitions/trn_nobody/" + path, "{}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("transition-unknown"));
    }

    @Test
    void an_id_of_another_kind_is_no_transition() throws Exception {
        nora.send("/api/transitions/pat_somebody/unsnooze", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value("unreadable"));
    }

    private static String at(Discharged home, String path) {
        return "/api/transitions/" + home.transition() + "/" + path;
    }

    private long events(Discharged home) {
        return store.readEvents(home.transition().value()).asStream().count();
    }
}
