package care.throughline.command.hl7;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: message, answer, message, answer, in order. */
final class MllpConnection {

    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);

    private final Socket socket;
    private final MllpSettings settings;
    private final MllpListener.Exchange exchange;
    private final ReentrantLock busy = new ReentrantLock();

    MllpConnection(Socket socket, MllpSettings settings, MllpListener.Exchange exchange) {
        this.socket = socket;
        this.settings = settings;
        this.exchange = exchange;
    }

    /** Serves until the sender closes, breaks the rules, or we stop. */
    void serve(BooleanSupplier stopping) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            exchangeAll(new Frames(socket, settings), stopping);
        } catch (IOException e) {
            LOG.info("MLLP connection closed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("MLLP message not answered, connection closed so that the sender tries again", e);
        }
    }

    void closeUnlessBusy() {
        if (busy.tryLock()) {
            try {
                close();
            } finally {
                busy.unlock();
            }
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection", e);
        }
    }

    private void exchangeAll(Frames frames, BooleanSupplier stopping) throws IOException {
        try {
            for (Optional<byte[]> message = frames.next();
                    message.isPresent() && !stopping.getAsBoolean();
                    message = frames.next()) {
                answer(message.get());
            }
        } catch (Frames.TooLong e) {
            write(exchange.answerTooLong(e.beginning()));
        }
    }

    private void answer(byte[] message) throws IOException {
        busy.lock();
        try {
            write(exchange.answer(message));
        } finally {
            busy.unlock();
        }
    }

    private void write(byte[] answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] frame = new byte[answer.length + 3];
        frame[0] = 0x0B;
        System.arraycopy(answer, 0, frame, 1, answer.length);
        frame[frame.length - 2] = 0x1C;
        frame[frame.length - 1] = 0x0D;
        out.write(frame);
        out.flush();
    }
}
