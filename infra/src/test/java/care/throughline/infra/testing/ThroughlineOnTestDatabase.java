package care.throughline.infra.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the application at a fresh test database and a data directory of its own. */
final class ThroughlineOnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for all of them, because to make one takes as long as many a test. */
    private static final Path TOKEN_KEY = Path.of("target", "token-key.json").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        StoppedInOrder.remember(context);
        TestPropertyValues.of(
                        "throughline.db.url=" + PostgresForTests.freshUrl(),
                        "throughline.data=" + freshDirectory(),
                        "throughline.security.token-key-file=" + TOKEN_KEY,
                        "throughline.make-master-key=true",
                        "throughline.mllp.port=0",
                        "throughline.ledger.checkpoint-every=100ms",
                        "throughline.demo-users=true")
                .and(Machine.PROPERTIES)
                .applyTo(context);
    }

    private static Path freshDirectory() {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target"), "data-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
