package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The whole application in a process of its own, so that it can be killed. */
public final class ChildServer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String databaseUrl;
    private final Path data;
    private final int mllpPort = freePort();
    private final int httpPort = freePort();
    private Process process;

    /** Starts it on this database and data directory and waits until it listens for messages. */
    public ChildServer(String databaseUrl, Path data) throws IOException {
        this.databaseUrl = databaseUrl;
        this.data = data;
        this.process = start();
    }

    MllpClient connect() throws IOException {
        return new MllpClient("127.0.0.1", mllpPort);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** Asks it to end, waits until it has, and answers its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ends when asked to")
                .isTrue();
        return process.exitValue();
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void restart() throws IOException {
        process = start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Process start() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        "care.throughline.infra.Throughline",
                        "--throughline.db.url=" + databaseUrl,
                        "--throughline.data=" + data,
                        "--throughline.mllp.port=" + mllpPort,
                        "--throughline.demo-users=true",
                        "--server.port=" + httpPort)
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
