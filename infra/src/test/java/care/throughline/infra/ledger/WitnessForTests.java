package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.merkle.Check;
import care.throughline.infra.merkle.Hash;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A witness on loopback that does what C2SP {@code tlog-witness} asks of one. */
final class WitnessForTests implements AutoCloseable {

    private static final String NAME = "witness.example/w";
    private static final int SEED = 5;

    private final HttpServer server;
    private final VerifyingKey log;
    private @Nullable Checkpoint latest;
    private int requests;

    WitnessForTests(VerifyingKey log) {
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/w/add-checkpoint", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/w/");
    }

    VerifyingKey key() {
        return keyOf(NAME, SEED);
    }

    synchronized long size() {
        return latest == null ? 0 : latest.size();
    }

    synchronized int requests() {
        return requests;
    }

    static VerifyingKey keyOf(String name, int seed) {
        try {
            byte[] key = pair(seed).getPublicKey();
            byte[] typed =
                    ByteBuffer.allocate(33).put(VerifyingKey.WITNESS).put(key).array();
            return VerifyingKey.parse(name + "+" + HexFormat.of().formatHex(VerifyingKey.idOf(name, typed)) + "+"
                    + Base64.getEncoder().encodeToString(typed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ed25519Sign.KeyPair pair(int seed) throws GeneralSecurityException {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Ed25519Sign.KeyPair.newKeyPairFromSeed(bytes);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        requests++;
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        int gap = body.indexOf("\n\n");
        List<String> lines = body.substring(0, gap).lines().toList();
        Checkpoint checkpoint = Checkpoint.parse(body.substring(gap + 2), log);
        long old = Long.parseLong(lines.get(0).substring("old ".length()));
        if (old != size()) {
            answer(exchange, 409, size() + "\n");
        } else if (!continues(checkpoint, lines.subList(1, lines.size()))) {
            answer(exchange, 422, "");
        } else {
            latest = checkpoint;
            answer(exchange, 200, cosignature(checkpoint));
        }
    }

    private boolean continues(Checkpoint next, List<String> proof) {
        Checkpoint before = latest;
        return before == null
                ? proof.isEmpty()
                : Check.consistency(
                        before.size(),
                        next.size(),
                        before.root(),
                        next.root(),
                        proof.stream().map(Hash::parse).toList());
    }

    private static String cosignature(Checkpoint checkpoint) {
        try {
            long seconds = 1_795_000_000L;
            byte[] typed = ByteBuffer.allocate(33)
                    .put(VerifyingKey.WITNESS)
                    .put(pair(SEED).getPublicKey())
                    .array();
            byte[] signature = new Ed25519Sign(pair(SEED).getPrivateKey())
                    .sign(("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text()).getBytes(UTF_8));
            byte[] line = ByteBuffer.allocate(4 + 8 + signature.length)
                    .put(VerifyingKey.idOf(NAME, typed))
                    .putLong(seconds)
                    .put(signature)
                    .array();
            return "— " + NAME + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
