package care.throughline.command.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Cuts a connection's bytes into messages (MLLP: 0x0B, message, 0x1C 0x0D). Bounded in size and in time; what stands
 * between frames is passed over, and a frame that starts inside another means that the sender gave up the first.
 */
final class Frames {

    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final byte RETURN = 0x0D;
    private static final byte[] RESTART = "\u000bMSH".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final MllpSettings settings;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int filled;
    private long deadline;

    Frames(Socket socket, MllpSettings settings) {
        this.socket = socket;
        this.settings = settings;
    }

    /** The next message, or empty when the sender has closed.
     *
     * @throws TooLong if it exceeds the limit
     * @throws IOException if the connection broke or took too long
     */
    Optional<byte[]> next() throws IOException {
        within(settings.idleTimeout());
        for (int between = 0; ; between++) {
            int b = read();
            if (b < 0) {
                return Optional.empty();
            }
            if (b == START) {
                within(settings.frameTimeout());
                return frame();
            }
            if (between > settings.maxFrameBytes()) {
                throw new IOException("no frame starts");
            }
        }
    }

    private Optional<byte[]> frame() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream(1024);
        boolean ending = false;
        for (int b = read(); b >= 0; b = read()) {
            if (ending && b == RETURN) {
                return Optional.of(lastStart(message.toByteArray()));
            }
            if (ending) {
                message.write(END);
            }
            ending = b == END;
            if (!ending) {
                message.write(b);
            }
            if (message.size() > settings.maxFrameBytes()) {
                throw new TooLong(message.toByteArray());
            }
        }
        return Optional.empty();
    }

    /** What follows the last start of a frame in these bytes. */
    private static byte[] lastStart(byte[] message) {
        for (int at = message.length - RESTART.length; at >= 0; at--) {
            if (java.util.Arrays.equals(message, at, at + RESTART.length, RESTART, 0, RESTART.length)) {
                return java.util.Arrays.copyOfRange(message, at + 1, message.length);
            }
        }
        return message;
    }

    private void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    private int read() throws IOException {
        if (next == filled) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("took too long");
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            InputStream in = socket.getInputStream();
            filled = in.read(buffer);
            next = 0;
            if (filled < 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }

    /** A message longer than we take; its beginning is enough to answer it. */
    static final class TooLong extends IOException {

        private final transient byte[] beginning;

        TooLong(byte[] beginning) {
            super("longer than the limit");
            this.beginning = beginning;
        }

        byte[] beginning() {
            return beginning;
        }
    }
}
