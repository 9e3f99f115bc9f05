package care.throughline.infra.intake;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.samples.Fixtures;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.context.ApplicationContext;

/** Plays the feed and two bad messages into the application under test, once however often it is asked. */
public final class FeedForTests {

    /** When everything in the feed has happened. */
    public static final Instant AFTERWARDS = Instant.parse("2026-11-20T14:00:00Z");

    private static final Set<ApplicationContext> PLAYED = Collections.newSetFromMap(new WeakHashMap<>());

    private FeedForTests() {}

    public static synchronized void play(ApplicationContext application) {
        if (!PLAYED.add(application)) {
            return;
        }
        AdtReader reader = application.getBean(AdtReader.class);
        Intake intake = application.getBean(Intake.class);
        Fixtures.found().feed().forEach(message -> intake.take(reader, message, "system:mllp"));
        intake.take(reader, Fixtures.found().bytes("hl7/bad/04_missing_pid3.hl7"), "system:mllp");
        intake.take(reader, Fixtures.found().bytes("hl7/bad/09_injection.hl7"), "system:mllp");
        application.getBean(ReadModels.class).awaitAll();
    }
}
