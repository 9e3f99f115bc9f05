package care.throughline.infra.demo;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.hl7.AnswerReader;
import care.throughline.command.hl7.Hl7Exchange;
import care.throughline.command.intake.Intake;
import care.throughline.command.patient.Identification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.context.ApplicationContext;

/** Plays the demo clinic into the application under test, once however often it is asked. */
public final class DemoForTests {

    private static final long SEED = 2026;
    private static final Map<ApplicationContext, Integer> REFUSED = new WeakHashMap<>();

    private DemoForTests() {}

    /** Answers how many of its steps the rules refused when it was played. */
    public static synchronized int play(ApplicationContext application) {
        return REFUSED.computeIfAbsent(application, DemoForTests::played);
    }

    private static int played(ApplicationContext application) {
        Clock clock = application.getBean(Clock.class);
        Instant now = clock.instant();
        Hl7Exchange exchange = new Hl7Exchange(
                application.getBean(AdtReader.class),
                application.getBean(AnswerReader.class),
                application.getBean(Intake.class),
                clock);
        return new DemoClinic(
                        exchange,
                        application.getBean(Identification.class),
                        application.getBean(Commands.class),
                        application.getBean(BlindIndex.class))
                .play(Stories.until(now, application.getBean(ZoneId.class), SEED), now);
    }
}
