package care.throughline.infra.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;

/** Stops the applications under test after the last test, while their database still runs: else they wait for it in vain. */
final class StoppedInOrder implements BeforeAllCallback {

    private static final Queue<ConfigurableApplicationContext> RUNNING = new ConcurrentLinkedQueue<>();

    static void remember(ConfigurableApplicationContext context) {
        RUNNING.add(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(StoppedInOrder.class, key ->
                (AutoCloseable) StoppedInOrder::stopAll);
    }

    private static void stopAll() {
        RUNNING.forEach(ConfigurableApplicationContext::close);
    }
}
