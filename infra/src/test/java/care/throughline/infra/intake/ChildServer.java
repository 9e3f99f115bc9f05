package care.throughline.infra.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The whole application in a process of its own, so that it can be killed. */
final class ChildServer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String databaseUrl;
    private final Path data;
    private final int mllpPort;
    private Process process;

    /** Starts it on this database and data directory and waits until it listens for messages. */
    ChildServer(String databaseUrl, Path data) throws IOException {
        this.databaseUrl = databaseUrl;
        this.data = data;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.mllpPort = free.getLocalPort();
        }
        this.process = start();
    }

    MllpClient connect() throws IOException {
        return new MllpClient("127.0.0.1", mllpPort);
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        "care.throughline.infra.Throughline",
                        "--throughline.db.url=" + databaseUrl,
                        "--throughline.data=" + data,
                        "--throughline.mllp.port=" + mllpPort,
                        "--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("child.log").toFile()))
                .start();
        awaitListening(started);
        return started;
    }

    private void awaitListening(Process started) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && started.isAlive()) {
            try {
                connect().close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new IOException("the server did not start, see " + data.resolve("child.log"));
    }
}
