package care.throughline.infra.intake;

import care.throughline.command.Commands;
import care.throughline.infra.testing.BenchmarkApplication;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.query.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures how soon a commit shows, at several numbers of events a second, in turn with the floor. Started as {@code
 * infra/docs/benchmarks.md} says.
 */
final class VisibleBenchmark {

    private static final List<Integer> PER_SECOND = Stream.of(
                    System.getProperty("throughline.benchmark.rates", "100,500,2000")
                            .split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private VisibleBenchmark() {}

    /** Measures and prints.
     *
     * @param arguments rounds, time of each measurement; the first round warms up
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Duration each = Duration.parse(arguments.length > 1 ? arguments[1] : "PT10S");
        try (BenchmarkServer server = BenchmarkServer.start();
                ConfigurableApplicationContext application = BenchmarkApplication.on(server)) {
            VisibleFigures figures = new VisibleFigures(
                    server, application.getBean(Commands.class), application.getBean(Progress.class));
            for (int round = 0; round <= rounds; round++) {
                for (int perSecond : PER_SECOND) {
                    figures.take(perSecond, each);
                }
            }
        }
        System.exit(0);
    }
}
