package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log written from infra/docs/ledger.md alone: small, slow, and on the honest side unless told otherwise. */
final class LogForTests {

    private static final int X509_PREFIX = 12;

    private final String origin;
    private final KeyPair keys;
    private final byte type;
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    LogForTests(String origin, byte type) {
        this.origin = origin;
        this.type = type;
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    LogForTests with(int events, String payload) {
        for (int i = 0; i < events; i++) {
            String line = "{\"position\":" + leaves.size()
                    + ",\"recordedAt\":\"2026-11-20T14:00:00.000001Z\",\"id\":\"00000000-0000-0000-0000-00000000000"
                    + i % 10
                    + "\",\"sequence\":0,\"version\":1,\"aggregateType\":" + (i % 2 == 0 ? "null" : "\"Stay\"")
                    + ",\"aggregateId\":\"stay_1\",\"name\":\"stay.Admitted\",\"metadataBase64\":\"e30=\",\"payload\":\""
                    + payload + "\"}";
            try {
                leaves.add(new Tree().leaf(Event.parse(line, leaves.size()).entry()));
            } catch (Altered e) {
                throw new IllegalStateException(e);
            }
            lines.add(line);
        }
        return this;
    }

    String vkey() {
        return origin + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    String checkpoint(int size) {
        return sign(origin + "\n" + size + "\n" + show(root(0, size)) + "\n");
    }

    String sign(String text) {
        return text + "\n" + line(text.getBytes(UTF_8), new byte[0]);
    }

    String cosign(String checkpoint) {
        String text = checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1);
        byte[] seconds = ByteBuffer.allocate(8).putLong(1_795_000_000L).array();
        return line(("cosignature/v1\ntime 1795000000\n" + text).getBytes(UTF_8), seconds);
    }

    Map<String, String> complete() {
        Map<String, String> files = frame("0-" + (leaves.size() - 1));
        files.put("events.ndjson", String.join("\n", lines) + "\n");
        StringBuilder all = new StringBuilder();
        leaves.forEach(leaf -> all.append(new String(leaf, ISO_8859_1)));
        files.put("leaves", all.toString());
        return files;
    }

    Map<String, String> some(int... positions) {
        Map<String, String> files = frame(Arrays.toString(positions).replaceAll("[\\[\\] ]", ""));
        StringBuilder events = new StringBuilder();
        for (int position : positions) {
            events.append(lines.get(position)).append('\n');
            files.put(
                    "proofs/" + position + ".tlog-proof",
                    "c2sp.org/tlog-proof@v1\nindex " + position + "\n" + path(position, 0, leaves.size()) + "\n"
                            + checkpoint(leaves.size()));
        }
        files.put("events.ndjson", events.toString());
        return files;
    }

    /** RFC 6962, 2.1.2, of a size that is a power of two and half the tree's: the other half. */
    String consistencyOfHalf() {
        int half = leaves.size() / 2;
        return "old " + half + "\n" + show(root(half, leaves.size())) + "\n";
    }

    private Map<String, String> frame(String positions) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "export.note",
                sign("throughline/export/1\norigin " + origin + "\nsize " + leaves.size() + "\nof a test\npositions "
                        + positions + "\n"));
        files.put("checkpoint", checkpoint(leaves.size()));
        files.put("ledger.vkey", vkey() + "\n");
        return files;
    }

    private String path(int index, int from, int to) {
        if (to - from == 1) {
            return "";
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        return index < middle
                ? path(index, from, middle) + show(root(middle, to)) + "\n"
                : path(index, middle, to) + show(root(from, middle)) + "\n";
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        return new Tree().node(root(from, middle), root(middle, to));
    }

    private String line(byte[] message, byte[] before) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.getPrivate());
            ed25519.update(message);
            byte[] signature = ed25519.sign();
            byte[] all = ByteBuffer.allocate(4 + before.length + signature.length)
                    .put(id())
                    .put(before)
                    .put(signature)
                    .array();
            return "— " + origin + " " + show(all) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] typed = Arrays.copyOfRange(encoded, X509_PREFIX - 1, encoded.length);
        typed[0] = type;
        return typed;
    }

    private byte[] id() {
        MessageDigest sha256 = Tree.sha256();
        sha256.update((origin + "\n").getBytes(UTF_8));
        return Arrays.copyOf(sha256.digest(typed()), 4);
    }

    private static String show(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
