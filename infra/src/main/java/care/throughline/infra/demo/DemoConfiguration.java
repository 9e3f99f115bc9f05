package care.throughline.infra.demo;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.hl7.AnswerReader;
import care.throughline.command.hl7.Hl7Exchange;
import care.throughline.command.intake.Intake;
import care.throughline.command.patient.Identification;
import care.throughline.query.feed.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fills an empty store with the demo clinic once the application is ready; never touches a store that holds anything. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("throughline.demo")
class DemoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoConfiguration.class);
    private static final long SEED = 2026;

    @Bean
    DemoClinic demoClinic(
            AdtReader reader,
            AnswerReader answers,
            Intake intake,
            Identification people,
            Commands commands,
            BlindIndex index,
            Clock clock) {
        return new DemoClinic(new Hl7Exchange(reader, answers, intake, clock), people, commands, index);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoOnceReady(
            DemoClinic clinic, EventLog log, Clock clock, ZoneId zone) {
        return ready -> {
            if (log.head() >= 0) {
                LOG.info("Demo clinic: the store already holds events, nothing is added");
                return;
            }
            Instant now = clock.instant();
            Thread.ofVirtual().name("demo-clinic").start(() -> clinic.play(Stories.until(now, zone, SEED), now));
        };
    }
}
