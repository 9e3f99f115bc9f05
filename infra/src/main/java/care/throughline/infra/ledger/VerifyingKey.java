package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.merkle.Hash;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public Ed25519 key as signed notes write it, {@code name+id+base64}: of a log, or of a witness. */
record VerifyingKey(String name, String line) {

    /** The type of key that a witness cosigns with. */
    static final byte WITNESS = 4;

    private static final int ID = 4;
    private static final String DASH = "\u2014 ";

    /** Reads a public key.
     *
     * @throws IllegalArgumentException if it is none
     */
    static VerifyingKey parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 1 + Hash.LENGTH
                    && HexFormat.of().formatHex(idOf(parts[0], typed)).equals(parts[1])) {
                return new VerifyingKey(parts[0], line.strip());
            }
        }
        throw new IllegalArgumentException("this is no public key of a signed note");
    }

    static byte[] idOf(String name, byte[] typedKey) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(UTF_8));
            return Arrays.copyOf(sha256.digest(typedKey), ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether this signature line of a checkpoint is a cosignature of this witness over that text. */
    boolean cosigned(String text, String signatureLine) {
        ByteBuffer signature = signatureOf(signatureLine);
        if (signature.remaining() <= Long.BYTES) {
            return false;
        }
        long seconds = signature.getLong();
        return verifies(("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8), rest(signature));
    }

    /** Whether this note ends with this key's signature over its text. */
    boolean signed(String note) {
        int gap = note.lastIndexOf("\n\n");
        return gap >= 0
                && note.substring(gap + 2)
                        .lines()
                        .anyMatch(
                                line -> verifies(note.substring(0, gap + 1).getBytes(UTF_8), rest(signatureOf(line))));
    }

    /** The bytes after the key id, or none if the line is not of this key. */
    private ByteBuffer signatureOf(String line) {
        String start = DASH + name + " ";
        if (line.startsWith(start)) {
            byte[] bytes = Base64.getDecoder().decode(line.substring(start.length()));
            if (bytes.length > ID && Arrays.equals(Arrays.copyOf(bytes, ID), idOf(name, typed()))) {
                return ByteBuffer.wrap(bytes, ID, bytes.length - ID);
            }
        }
        return ByteBuffer.allocate(0);
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            new Ed25519Verify(Arrays.copyOfRange(typed(), 1, 1 + Hash.LENGTH)).verify(signature, message);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] typed() {
        return Base64.getDecoder().decode(line.split("\\+", 3)[2]);
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }
}
