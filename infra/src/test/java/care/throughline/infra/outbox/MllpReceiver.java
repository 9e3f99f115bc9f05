package care.throughline.infra.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A performer's HL7 v2 system: it keeps what comes and acknowledges it as it is told to. */
public final class MllpReceiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket door;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile UnaryOperator<@Nullable String> verdict = message -> "AA";

    public MllpReceiver() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    MllpReceiver(ServerSocket door) {
        this.door = door;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Answers so from now on; null hangs up without an answer. */
    void answers(@Nullable String code) {
        verdict = message -> code;
    }

    /** Decides on each message how to answer it. */
    void decides(UnaryOperator<@Nullable String> decision) {
        verdict = decision;
    }

    /** The next message that came. */
    public String next() throws InterruptedException {
        String message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    /** What came is forgotten. */
    void forgets() {
        received.clear();
    }

    /** Whether nothing came that was not taken yet. */
    boolean isSilent() {
        return received.isEmpty();
    }

    /** A field of a segment of a message. */
    public static String field(String message, String segment, int number) {
        for (String line : message.split("\r", -1)) {
            String[] fields = line.split("\\|", -1);
            int index = segment.equals("MSH") ? number - 1 : number;
            if (fields[0].equals(segment) && fields.length > index) {
                return fields[index];
            }
        }
        return "";
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                serve(socket);
            } catch (IOException closed) {
                // the sender is gone, or the test is over
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        String message = frame(socket.getInputStream());
        if (message.isEmpty()) {
            return;
        }
        String code = verdict.apply(message);
        received.add(message);
        if (code != null) {
            OutputStream out = socket.getOutputStream();
            out.write(("\u000bMSH|^~\\&|THEIRS|HOUSE|||20260302||ACK|9|P|2.5.1\rMSA|" + code + "|"
                            + field(message, "MSH", 10) + "\r\u001c\r")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static String frame(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != 0x1C; b = in.read()) {
            if (b != 0x0B) {
                message.write(b);
            }
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
