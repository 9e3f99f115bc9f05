package care.throughline.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.patient.PatientCommand;
import care.throughline.command.transition.TransitionCommand;
import care.throughline.events.PatientId;
import care.throughline.events.TransitionId;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ThroughlineTest
class MetricsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Commands commands;

    @Autowired
    private ProcessorGauges gauges;

    @Test
    void a_scrape_tells_commands_events_lag_and_dead_letters() throws Exception {
        PatientId patient = new PatientId(PatientId.PREFIX + UUID.randomUUID());
        TransitionId unknown = new TransitionId(TransitionId.PREFIX + UUID.randomUUID());
        commands.send(new PatientCommand.Register(patient, NOW));
        assertThatThrownBy(() -> commands.send(new TransitionCommand.Complete(unknown, null, NOW)))
                .isInstanceOf(Rejected.class);
        gauges.look();

        String scrape = scrape();
        assertThat(scrape)
                .containsPattern("throughline_commands_seconds_count\\{command=\"PatientCommand.Register\",outcome="
                        + "\"recorded\"} [1-9]")
                .containsPattern("throughline_commands_seconds_count\\{command=\"TransitionCommand.Complete\",outcome="
                        + "\"rejected\"} [1-9]")
                .containsPattern("throughline_events_total\\{event=\"patient.Registered\"} [1-9]")
                .containsPattern("throughline_processor_behind_events\\{processor=\"desk\"} [0-9]")
                .containsPattern("throughline_processor_behind_seconds\\{processor=\"desk\"} [0-9]")
                .containsPattern("throughline_dead_letters\\{processor=\"desk\"} 0")
                .containsPattern("throughline_processor_running\\{processor=\"desk\"} [01]")
                .containsPattern("throughline_store_batch_events_count [1-9]")
                .containsPattern("throughline_store_batch_commit_seconds_count [1-9]")
                .containsPattern("throughline_store_append_seconds_count [1-9]")
                .containsPattern("throughline_store_head_moves_total\\{by=\"announcement\"} [0-9]")
                .containsPattern("throughline_store_head [0-9]")
                .containsPattern("throughline_referrals\\{status=\"CREATED\"} [0-9]")
                .containsPattern("throughline_referrals\\{status=\"CLOSED\"} [0-9]");
        assertThat(scrape).doesNotContain(patient.value(), unknown.value());
    }

    private String scrape() throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        return http.perform(get("/actuator/prometheus").with(user("olga.stein").roles("OPERATOR")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
