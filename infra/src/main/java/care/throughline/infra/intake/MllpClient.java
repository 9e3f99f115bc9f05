package care.throughline.infra.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Sends messages over one MLLP connection, each after the answer to the one before. */
final class MllpClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();

    /** Connects.
     *
     * @throws IOException if nobody listens there
     */
    MllpClient(String host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** The answer to a message, without its frame.
     *
     * @throws IOException if the connection is closed instead
     */
    String send(byte[] message) throws IOException {
        byte[] frame = new byte[message.length + 3];
        frame[0] = 0x0B;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[frame.length - 2] = 0x1C;
        frame[frame.length - 1] = 0x0D;
        OutputStream out = socket.getOutputStream();
        out.write(frame);
        out.flush();
        return answer(socket.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            answer.append((char) b);
            if (b == 0x0D && answer.length() > 1 && answer.charAt(answer.length() - 2) == 0x1C) {
                return answer.substring(1, answer.length() - 2);
            }
        }
        throw new IOException("the connection was closed without an answer");
    }
}
