package care.throughline.infra.intake;

import care.throughline.infra.testing.BenchmarkApplication;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.infra.testing.Load;
import care.throughline.infra.testing.Load.Seen;
import care.throughline.query.Operations;
import care.throughline.samples.Fixtures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures the way in: the whole application with everything that runs in it is fed over MLLP, in turn with the floor, one
 * plain insert of the same message per commit; then, how fast read models are made anew of it all. Started as {@code infra/docs/benchmarks.md} says.
 */
final class IntakeBenchmark {

    private static final String SALT = "ZSALTZ";
    private static final int SENDERS = Integer.getInteger("throughline.benchmark.senders", 8);

    private final BenchmarkServer server;
    private final ConfigurableApplicationContext application;
    private final Duration each;
    private final List<String> feed = new SaltedFeed(Fixtures.found().json("expected/adt_truth.json"), SALT)
            .inOrder().stream()
                    .map(message -> new String(message, StandardCharsets.ISO_8859_1))
                    .toList();
    private final List<Round> rounds = new ArrayList<>();
    private int salts;

    /** The floor and the way in, one after the other, and what the way in caused. */
    private record Round(Seen floor, Seen intake, double events, double commands, double drained) {}

    private IntakeBenchmark(BenchmarkServer server, ConfigurableApplicationContext application, Duration each) {
        this.server = server;
        this.application = application;
        this.each = each;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Duration each = Duration.parse(arguments.length > 1 ? arguments[1] : "PT15S");
        try (BenchmarkServer server = BenchmarkServer.start();
                ConfigurableApplicationContext application = BenchmarkApplication.on(server)) {
            new JdbcTemplate(server.pool())
                    .execute("create table floor (position bigint generated always as identity"
                            + " primary key, control_id text unique, message bytea, at timestamptz default now())");
            IntakeBenchmark benchmark = new IntakeBenchmark(server, application, each);
            benchmark.round();
            benchmark.rounds.clear();
            for (int round = 0; round < rounds; round++) {
                benchmark.round();
            }
            benchmark.report();
            new RebuildFigures(server, application.getBean(Operations.class), benchmark.events()).report();
        }
        System.exit(0);
    }

    private void round() throws Exception {
        Seen floor = Load.run(server, SENDERS, each, sender -> plainInsert());
        long eventsBefore = events();
        Map<String, Long> before = commands();
        Seen intake = Load.run(server, SENDERS, each, sender -> new Sender());
        Map<String, Long> sent = since(before);
        double events = events() - eventsBefore;
        long wait = System.nanoTime();
        awaitProjections();
        double drained = (System.nanoTime() - wait) / 1e9;
        double done = intake.done();
        rounds.add(new Round(
                floor,
                intake,
                events / done,
                sent.values().stream().mapToLong(Long::longValue).sum() / done,
                drained));
        System.out.printf(
                "floor %.0f/s, intake %.0f/s, p99 %.0f ms, drained in %.1f s; commands per message:%n",
                floor.perSecond(), intake.perSecond(), intake.p99(), drained);
        sent.forEach((name, count) -> System.out.printf("    %-40s %.2f%n", name, count / done));
    }

    private Load.Work plainInsert() {
        JdbcTemplate jdbc = new JdbcTemplate(server.pool());
        byte[] message = Fixtures.found().feed().getFirst();
        return () -> jdbc.update(
                "insert into floor (control_id, message) values (?, ?)",
                UUID.randomUUID().toString(),
                message);
    }

    /** A sender of people of its own. */
    private final class Sender implements Load.Work {

        private final MllpSender connection;
        private final Iterator<byte[]> messages = messages("m" + ++salts + "x");

        Sender() throws IOException {
            this.connection =
                    new MllpSender(application.getBean(MllpServer.class).port());
        }

        @Override
        public void once() throws IOException {
            String code = MllpSender.code(connection.send(messages.next()));
            if (!code.equals("AA")) {
                throw new IOException("answered " + code);
            }
        }

        @Override
        public void end() throws IOException {
            connection.close();
        }
    }

    /** The feed again and again, each time about other people. */
    private Iterator<byte[]> messages(String salt) {
        return IntStream.iterate(0, pass -> pass + 1)
                .boxed()
                .flatMap(pass -> feed.stream().map(message -> message.replace(SALT, salt + pass + "x")))
                .map(message -> message.getBytes(StandardCharsets.ISO_8859_1))
                .iterator();
    }

    private long events() {
        Long head =
                new JdbcTemplate(server.pool()).queryForObject("select max(position) + 1 from store.event", Long.class);
        return head == null ? 0 : head;
    }

    private Map<String, Long> commands() {
        Map<String, Long> counts = new TreeMap<>();
        for (Timer timer : application
                .getBean(MeterRegistry.class)
                .find("throughline.commands")
                .timers()) {
            counts.merge(String.valueOf(timer.getId().getTag("command")), timer.count(), Long::sum);
        }
        return counts;
    }

    private Map<String, Long> since(Map<String, Long> before) {
        Map<String, Long> sent = commands();
        sent.replaceAll((name, count) -> count - before.getOrDefault(name, 0L));
        sent.values().removeIf(count -> count == 0);
        return sent;
    }

    private void awaitProjections() {
        Operations operations = application.getBean(Operations.class);
        while (operations.processors().stream().anyMatch(processor -> processor.behindEvents() > 0)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void report() {
        System.out.printf(
                "%nfloor %.0f/s at %.3f ms CPU; %d senders: %.0f/s (%.2f of the floor), p50 %.1f ms, p99 %.1f ms%n",
                median(round -> round.floor.perSecond()),
                median(round -> round.floor.cpuMillis()),
                SENDERS,
                median(round -> round.intake.perSecond()),
                median(round -> round.intake.perSecond() / round.floor.perSecond()),
                median(round -> round.intake.p50()),
                median(round -> round.intake.p99()));
        new JdbcTemplate(server.pool())
                .query(
                        "select pg_total_relation_size('store.event') / count(*), avg(octet_length(payload)),"
                                + " avg(octet_length(metadata)) from store.event",
                        row -> {
                            System.out.printf(
                                    "%nper event: %d bytes with its indexes, of them payload %.0f and metadata %.0f%n",
                                    row.getLong(1), row.getDouble(2), row.getDouble(3));
                        });
        System.out.printf(
                "per message: %.2f events, %.1f commands, %.1f commits, %.1f statements, %.2f ms CPU; read models caught up after %.1f s%n",
                median(Round::events),
                median(Round::commands),
                median(round -> round.intake.commits()),
                median(round -> round.intake.statements()),
                median(round -> round.intake.cpuMillis()),
                median(Round::drained));
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Load.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
