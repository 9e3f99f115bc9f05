package care.throughline.infra.outbox;

import care.throughline.events.directory.Reach;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Sends over MLLP, one connection for each message, and reads the acknowledgment: AA, AE or AR of this very message. */
final class MllpTransport implements Transport {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final SSLContext trust;
    private final Duration patience;

    MllpTransport(SSLContext trust, Duration patience) {
        this.trust = trust;
        this.patience = patience;
    }

    @Override
    public Outcome send(Outgoing message, byte[] content) {
        try (Socket socket = connect(message.reach())) {
            write(socket.getOutputStream(), content);
            return outcome(answer(socket.getInputStream()), message.controlId());
        } catch (IOException e) {
            return new Outcome.Unreached(e.getClass().getSimpleName());
        }
    }

    private Socket connect(Reach reach) throws IOException {
        int colon = reach.address().lastIndexOf(':');
        String host = reach.address().substring(0, colon);
        int port = Integer.parseInt(reach.address().substring(colon + 1));
        int millis = Math.toIntExact(patience.toMillis());
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            return reach.tls() ? encrypted(plain, host, port) : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Whoever answers must be who the address says. */
    private Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream out, byte[] content) throws IOException {
        byte[] frame = new byte[content.length + 3];
        frame[0] = START;
        System.arraycopy(content, 0, frame, 1, content.length);
        frame[frame.length - 2] = END;
        frame[frame.length - 1] = RETURN;
        out.write(frame);
        out.flush();
    }

    private static String answer(InputStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != END && answer.size() < LONGEST_ANSWER; b = in.read()) {
            if (b != START) {
                answer.write(b);
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** HL7 table 0008; what does not acknowledge this message says nothing about it. */
    private static Outcome outcome(String answer, String controlId) {
        for (String segment : answer.split("[\r\n]+", -1)) {
            String[] fields = segment.split("\\|", -1);
            if (fields.length > 2 && fields[0].equals("MSA") && fields[2].equals(controlId)) {
                return switch (fields[1]) {
                    case "AA", "CA" -> new Outcome.Delivered(fields[1]);
                    case "AE", "CE" -> new Outcome.Unreached(fields[1]);
                    case "AR", "CR" -> new Outcome.Refused(fields[1]);
                    default -> new Outcome.Unreached("NoAnswer");
                };
            }
        }
        return new Outcome.Unreached("NoAnswer");
    }
}
