package care.throughline.infra.past;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.infra.Throughline;
import care.throughline.infra.testing.BenchmarkServer;
import care.throughline.query.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Measures what the past of one person costs in stores of growing size, against the plain read of their events by the same
 * index. Started as {@code infra/docs/benchmarks.md} says.
 */
final class PastBenchmark {

    /** How many stays each of the two people has. */
    private static final List<Integer> STAYS = List.of(7, 35);

    private static final String OTHERS = """
            insert into store.event
            select n, clock_timestamp(), gen_random_uuid(), 0, 1, 'Inbound', 'filler_' || n, 'intake.MessageRepeated',
                   convert_to('{"message":"msg_filler"}' || repeat(' ', 480), 'UTF8'), convert_to('{}', 'UTF8')
            from generate_series(:first, :last) n;
            insert into audit.event
            select n, 'filler_' || n, 'stay.Admitted', 'stay', 'filler_' || n, 'pat_' || n / 50, 'system:mllp', 'SYSTEM',
                   'TREAT', 'hl7:X', clock_timestamp(), clock_timestamp(), 'msg_' || n / 8, 'c'
            from generate_series(:first, :last) n;
            insert into audit.concern select 'pat_' || n / 50, 'stay.Admitted', n, clock_timestamp()
            from generate_series(:first, :last) n;
            insert into timeline.entry
            select 'pat_' || n / 50, n, 'stay.Admitted', 'STAY', 'Admitted', null, 's', '{}', '{}', '{}',
                   clock_timestamp(), clock_timestamp(), 'hl7:X', 'system:mllp', 'SYSTEM', 'msg_' || n / 8
            from generate_series(:first, :last) n;
            update processing.position set position = :last;
            """;

    private static final String FLOOR = """
            select e.* from audit.concern c join store.event e using (position)
            where c.patient_id = ? and c.position <= ?
            """;

    private final BenchmarkServer server;
    private final JdbcTemplate jdbc;
    private final Path data;
    private final int rounds;

    private PastBenchmark(BenchmarkServer server, Path data, int rounds) {
        this.server = server;
        this.jdbc = new JdbcTemplate(server.pool());
        this.data = data;
        this.rounds = rounds;
    }

    /** Measures and prints.
     *
     * @param arguments how many rounds, then sizes of the store in events, ascending
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long[] sizes = arguments.length > 1
                ? Stream.of(arguments).skip(1).mapToLong(Long::parseLong).toArray()
                : new long[] {100_000, 1_000_000};
        Path data = Files.createTempDirectory(Path.of("target"), "past").toAbsolutePath();
        try (BenchmarkServer server = BenchmarkServer.start()) {
            new PastBenchmark(server, data, rounds).run(sizes, System.out);
        }
    }

    private void run(long[] sizes, PrintStream out) {
        long head = started(this::tell);
        for (long size : sizes) {
            jdbc.execute(OTHERS.replace(":first", head + 1 + "::bigint").replace(":last", size - 1 + "::bigint"));
            jdbc.execute("vacuum analyze");
            head = started(application -> measure(application, size, out));
        }
    }

    /** What is done with a running application. */
    private interface Use {
        void of(WebApplicationContext application);
    }

    private long started(Use use) {
        try (var application = new SpringApplication(Throughline.class)
                .run(
                        "--server.port=0",
                        "--throughline.db.url=" + server.url(),
                        "--throughline.data=" + data,
                        "--throughline.make-master-key=true",
                        "--throughline.mllp.port=0",
                        "--throughline.demo-users=true")) {
            use.of((WebApplicationContext) application);
        }
        return number("select max(position) from store.event");
    }

    /** The stories of two people, each stay with what follows from it. */
    private void tell(WebApplicationContext application) {
        STAYS.forEach(stays -> tell(application, stays));
        awaitQuiet(application);
    }

    private void tell(WebApplicationContext application, int stays) {
        for (int stay = 1; stay <= stays; stay++) {
            LocalDate in = LocalDate.of(2025, 1, 3).plusDays(stay * 9L);
            String number = stays + "7700" + stay;
            for (String kind : List.of("A01", "A03")) {
                String day = BASIC_ISO_DATE.format(kind.equals("A01") ? in : in.plusDays(4));
                String message = "MSH|^~\\&|RIVERADT|RVBND|||" + day + "100000||ADT^" + kind + "|M" + number + kind
                        + "|P|2.5\rEVN|" + kind + "|" + day + "100000\rPID|1||" + stays
                        + "77001^^^RVBND^MR||Quill^Ann||19500101|F\r" + "PV1|1|I|4W||||||||||||||||V" + number
                        + "|||||||||||||||||01||||||||" + BASIC_ISO_DATE.format(in) + "090000"
                        + (kind.equals("A03") ? "|" + day + "090000" : "") + "\r";
                Answered answered = application
                        .getBean(Intake.class)
                        .take(
                                application.getBean(AdtReader.class),
                                message.getBytes(StandardCharsets.UTF_8),
                                "system:mllp");
                if (!(answered instanceof Answered.Applied)) {
                    throw new IllegalStateException("not applied: " + answered);
                }
            }
        }
    }

    private void awaitQuiet(WebApplicationContext application) {
        long head = number("select max(position) from store.event");
        for (String readModel : List.of("patients", "desk", "referrals", "timeline", "audit")) {
            if (!application.getBean(Progress.class).await(readModel, head, Duration.ofMinutes(2))) {
                throw new IllegalStateException(readModel + " is not there yet");
            }
        }
    }

    private void measure(WebApplicationContext application, long size, PrintStream out) {
        jdbc.queryForList(
                        "select patient_id from audit.concern where patient_id in (select patient_id from patients.person)"
                                + " group by patient_id order by count(*)",
                        String.class)
                .forEach(person -> measure(application, size, person, out));
    }

    private void measure(WebApplicationContext application, long size, String person, PrintStream out) {
        long then = number("select max(position) from audit.concern where patient_id = '" + person + "'");
        int own = (int) number("select count(*) from audit.concern where patient_id = '" + person + "'");
        Browse browse = new Browse(application);
        Runnable floor = () -> jdbc.queryForList(FLOOR, person, then);
        Runnable past = () -> browse.get("/api/past/patients/" + person + "?at=" + then);
        Runnable now = () -> browse.get("/api/patients/" + person);
        List<Runnable> works = List.of(floor, past, now);
        works.forEach(work -> interleaved(List.of(work)));
        List<Double> medians = interleaved(works);
        List<Double> cpu = works.stream().map(this::cpuMillis).toList();
        out.printf(
                "%,d events, %d of the person: read %.2f ms (CPU %.2f), page of now %.2f (%.2f), both moments with"
                        + " differences %.2f (%.2f), %.0f (%.0f) x the read%n",
                size,
                own,
                medians.get(0),
                cpu.get(0),
                medians.get(2),
                cpu.get(2),
                medians.get(1),
                cpu.get(1),
                medians.get(1) / medians.get(0),
                cpu.get(1) / cpu.get(0));
    }

    /** What each costs this JVM and the database; idle processors are in it, which weighs on what is short. */
    private double cpuMillis(Runnable work) {
        BenchmarkServer.Usage before = server.usage();
        for (int round = 0; round < rounds; round++) {
            work.run();
        }
        return server.usage().cpuMillisSince(before) / rounds;
    }

    /** The median of each in milliseconds; in every round each is done once, so that all meet the same machine. */
    private List<Double> interleaved(List<Runnable> works) {
        List<List<Long>> nanos =
                works.stream().<List<Long>>map(work -> new ArrayList<>()).toList();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < works.size(); i++) {
                long start = System.nanoTime();
                works.get(i).run();
                nanos.get(i).add(System.nanoTime() - start);
            }
        }
        return nanos.stream()
                .map(times -> times.stream().sorted().toList().get(rounds / 2) / 1e6)
                .toList();
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? -1 : number;
    }
}
