package care.throughline.infra.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says, once everything runs, where to open it and as whom to sign in. */
final class WhereToLook implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(WhereToLook.class);

    private final boolean demo;

    WhereToLook(boolean demo) {
        this.demo = demo;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        LOG.info(sentence(ready.getApplicationContext().getEnvironment()));
    }

    String sentence(Environment environment) {
        String host = environment.getProperty("server.address", "");
        boolean everywhere = host.isEmpty() || host.equals("127.0.0.1") || host.equals("0.0.0.0");
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate"));
        String address = (secure ? "https" : "http") + "://" + (everywhere ? "localhost" : host) + ":"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "Ready. Open " + address
                + (demo
                        ? " and sign in as " + DemoStaff.NORA.account()
                                + " with the password demo; the README lists the others."
                        : " and sign in.");
    }
}
