package care.throughline.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.hl7.AdtExchange;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.command.patient.Identification;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThroughlineTest
class DemoClinicTest {

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private Identification people;

    @Autowired
    private Commands commands;

    @Autowired
    private BlindIndex index;

    @Autowired
    private Clock clock;

    @Autowired
    private ZoneId zone;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Test
    void every_story_can_be_played_and_fills_the_desk_with_every_kind_of_line() {
        DemoClinic clinic = new DemoClinic(new AdtExchange(reader, intake, clock), people, commands, index);
        Instant now = clock.instant();

        assertThat(clinic.play(Stories.until(now, zone, 2026), now)).isZero();

        readModels.awaitAll();
        assertThat(db.sql("select count(*) from desk.work_item")
                        .query(Long.class)
                        .single())
                .isGreaterThan(30);
        readModels.assertRebuiltEqualsLive("measures");
    }
}
