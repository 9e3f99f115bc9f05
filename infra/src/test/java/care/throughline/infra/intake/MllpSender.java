package care.throughline.infra.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/** A sender over one MLLP connection. */
public final class MllpSender implements AutoCloseable {

    private final Socket socket;

    public MllpSender(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    MllpSender(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(30_000);
    }

    /** Sends a message and waits for its answer; empty if the connection was closed instead. */
    public Optional<String> send(byte[] message) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(0x0B);
        out.write(message);
        out.write(new byte[] {0x1C, 0x0D});
        out.flush();
        return answer(socket.getInputStream());
    }

    /** The code of an answer: AA, AE, AR, or closed. */
    public static String code(Optional<String> answer) {
        return answer.map(text -> text.split("\rMSA\\|", 2)[1].substring(0, 2)).orElse("closed");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Optional<String> answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            answer.append((char) b);
            if (b == 0x0D && answer.length() > 1 && answer.charAt(answer.length() - 2) == 0x1C) {
                return Optional.of(answer.substring(1, answer.length() - 2));
            }
        }
        return Optional.empty();
    }
}
