package care.throughline.infra.testing;

import care.throughline.infra.Throughline;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application of its own on a fresh test database, for tests that need other profiles than the shared one. */
public final class Started {

    private Started() {}

    /** Starts it with these profiles; close it. */
    public static ConfigurableApplicationContext with(String... profiles) {
        SpringApplication application = new SpringApplication(Throughline.class);
        application.setAdditionalProfiles(profiles);
        application.addInitializers(new ThroughlineOnTestDatabase());
        return application.run("--server.port=0");
    }
}
