package care.throughline.infra.testing;

import care.throughline.infra.testing.BenchmarkServer.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts load on something: so many clients, each doing its work again and again for a while. */
public final class Load {

    private Load() {}

    /** One piece of work of one client. */
    @FunctionalInterface
    public interface Work {
        void once() throws Exception;

        /** Called when the time is over. */
        default void end() throws Exception {}
    }

    /** Makes the work of one client. */
    @FunctionalInterface
    public interface Client {
        Work begin(int number) throws Exception;
    }

    /** What was seen: per second, milliseconds at two percentiles, and per piece of work what it cost. */
    public record Seen(
            double perSecond, double p50, double p99, double cpuMillis, double commits, double statements, long done) {}

    /** Runs all clients at once; a client's work is made before the time begins. */
    public static Seen run(BenchmarkServer server, int clients, Duration each, Client client) throws Exception {
        List<Work> works = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            works.add(client.begin(number));
        }
        Usage before = server.usage();
        long start = System.nanoTime();
        long end = start + each.toNanos();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(() -> repeat(work, end))));
            for (Future<List<Long>> one : running) {
                nanos.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return seen(nanos, seconds, before, server.usage());
    }

    private static List<Long> repeat(Work work, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long now = System.nanoTime();
        while (now < end) {
            work.once();
            long done = System.nanoTime();
            nanos.add(done - now);
            now = done;
        }
        work.end();
        return nanos;
    }

    private static Seen seen(List<Long> nanos, double seconds, Usage before, Usage after) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        double done = Math.max(1, sorted.length);
        return new Seen(
                sorted.length / seconds,
                percentile(sorted, 0.50),
                percentile(sorted, 0.99),
                after.cpuMillisSince(before) / done,
                (after.commits() - before.commits()) / done,
                (after.statements() - before.statements()) / done,
                sorted.length);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** The middle of the values, at least one. */
    public static double median(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
