package care.throughline.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.ledger.LedgerCommand.BeginLog;
import care.throughline.events.StaffId;
import care.throughline.events.ledger.LedgerEvent;
import care.throughline.events.ledger.LedgerEvent.LogBegun;
import care.throughline.events.ledger.RestoreCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogStateTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final BeginLog BEGIN = new BeginLog(
            new SignedHistory.Loss("clinic.example/log", 70, 100), new StaffId("cleo"), RestoreCause.DISK_LOST, NOON);

    @Test
    void a_new_log_says_what_was_lost_by_whom_and_why() {
        assertThat(new LogState.Kept().decide(BEGIN))
                .containsExactly(new LogBegun(
                        "clinic.example/log",
                        "clinic.example/log.2",
                        70,
                        100,
                        new StaffId("cleo"),
                        RestoreCause.DISK_LOST,
                        NOON));
    }

    @Test
    void asked_again_nothing_comes_of_it() {
        List<LedgerEvent> once = new LogState.Kept().decide(BEGIN);
        assertThat(new LogState.Kept().evolve(once.getFirst()).decide(BEGIN)).isEmpty();
    }

    @Test
    void each_log_has_a_name_of_its_own() {
        assertThat(LogState.successorOf("clinic.example/log.2")).isEqualTo("clinic.example/log.3");
        assertThat(LogState.successorOf("clinic.example/log.9")).isEqualTo("clinic.example/log.10");
        assertThat(LogState.successorOf("log.v1.0")).isEqualTo("log.v1.0.2");
    }
}
