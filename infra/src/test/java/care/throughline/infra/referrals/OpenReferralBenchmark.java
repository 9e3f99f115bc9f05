package care.throughline.infra.referrals;

import care.throughline.command.Commands;
import care.throughline.infra.testing.BenchmarkApplication;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.infra.testing.Load;
import care.throughline.infra.testing.Load.Client;
import care.throughline.infra.testing.Load.Seen;
import care.throughline.infra.testing.Machine;
import care.throughline.query.Operations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures what opening a referral over HTTP costs, with every projection and automation running, against the least of servers
 * and the plain insert of the same round. Started as {@code infra/docs/benchmarks.md} says.
 */
final class OpenReferralBenchmark {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int PEOPLE = 2_000;

    private final BenchmarkServer server;
    private final Operations operations;
    private final Map<String, Client> loads = new LinkedHashMap<>();
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    /** One measurement, its share of that round's floor, and how long the read models took to catch up. */
    private record Figure(Seen seen, double ofFloor, double drained) {}

    private OpenReferralBenchmark(BenchmarkServer server, Operations operations, Opening opening) {
        this.server = server;
        this.operations = operations;
        loads.put("plain insert", client -> opening.floor());
        loads.put("least server", client -> opening.overPlainServer());
        loads.put("ours", client -> opening.overHttp());
    }

    /** Measures and prints.
     *
     * @param arguments rounds, time of each measurement; one more round warms up
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Duration each = Duration.parse(arguments.length > 1 ? arguments[1] : "PT10S");
        try (BenchmarkServer server = BenchmarkServer.start();
                ConfigurableApplicationContext application = BenchmarkApplication.on(server);
                PlainServer plain = new PlainServer(server.pool())) {
            int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
            Opening opening =
                    new Opening(application.getBean(Commands.class), port, Machine.token(port), plain, PEOPLE);
            OpenReferralBenchmark benchmark =
                    new OpenReferralBenchmark(server, application.getBean(Operations.class), opening);
            benchmark.round(each);
            benchmark.figures.clear();
            for (int round = 0; round < rounds; round++) {
                benchmark.round(each);
            }
            benchmark.report();
        }
        System.exit(0);
    }

    private void round(Duration each) throws Exception {
        for (int clients : CLIENTS) {
            double floor = 0;
            for (Map.Entry<String, Client> load : loads.entrySet()) {
                Seen seen = Load.run(server, clients, each, load.getValue());
                floor = floor == 0 ? seen.perSecond() : floor;
                Figure figure = new Figure(seen, seen.perSecond() / floor, drained());
                print(load.getKey() + " | " + clients, List.of(figure));
                figures.computeIfAbsent(load.getKey() + " | " + clients, key -> new ArrayList<>())
                        .add(figure);
            }
        }
    }

    private double drained() {
        long begin = System.nanoTime();
        while (operations.processors().stream().anyMatch(processor -> processor.behindEvents() > 0)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void report() {
        System.out.println();
        figures.forEach(OpenReferralBenchmark::print);
    }

    private static void print(String load, List<Figure> rounds) {
        System.out.printf(
                "%-20s %6.2f of the floor %8.0f/s, p50 %6.1f ms, p99 %6.1f ms, %6.2f ms CPU, %5.1f commits,"
                        + " %5.1f statements, read models caught up after %.1f s%n",
                load,
                median(rounds, Figure::ofFloor),
                median(rounds, figure -> figure.seen.perSecond()),
                median(rounds, figure -> figure.seen.p50()),
                median(rounds, figure -> figure.seen.p99()),
                median(rounds, figure -> figure.seen.cpuMillis()),
                median(rounds, figure -> figure.seen.commits()),
                median(rounds, figure -> figure.seen.statements()),
                median(rounds, Figure::drained));
    }

    private static double median(List<Figure> rounds, ToDoubleFunction<Figure> figure) {
        return Load.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
