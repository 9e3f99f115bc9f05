package care.throughline.infra.backup;

import care.throughline.infra.database.DatabaseUnusable;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Runs a command for a person: sentences on the console, and exit code 1 if it was not done. */
final class Console {

    private Console() {}

    /** Never returns. */
    static void run(String[] arguments, Consumer<Order> command, Consumer<String> say) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        try {
            command.accept(Order.read(arguments, System.getenv()));
            System.exit(0);
        } catch (Refused | DatabaseUnusable e) {
            say.accept(e.getMessage());
            System.exit(1);
        }
    }

    static Consumer<String> lines(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8)::println;
    }
}
