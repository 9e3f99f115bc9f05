package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** The Ed25519 key of the log, named as its origin; signs texts as C2SP signed notes. */
final class SigningKey {

    /** The type of key that a log signs with. */
    static final byte LOG = 1;

    static final int SEED = 32;

    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final String DASH = "\u2014 ";

    private final String origin;
    private final byte[] seed;
    private final byte[] typed;
    private final byte[] id;
    private final Ed25519Sign signer;

    /** @param origin the name of the log, without spaces or plus signs */
    SigningKey(String origin, byte[] seed) {
        if (!origin.matches("[!-*,-~]+")) {
            throw new IllegalArgumentException("the origin of the ledger has a space, a plus or no letters: " + origin);
        }
        this.origin = origin;
        this.seed = seed.clone();
        try {
            byte[] key = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
            this.typed = ByteBuffer.allocate(1 + key.length).put(LOG).put(key).array();
            this.signer = new Ed25519Sign(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 must be there", e);
        }
        this.id = VerifyingKey.idOf(origin, typed);
    }

    /** Reads what {@link #secret} wrote.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static SigningKey parse(String line) {
        String[] parts =
                line.startsWith(PRIVATE) ? line.substring(PRIVATE.length()).split("\\+", 3) : new String[0];
        if (parts.length == 3) {
            byte[] typedSeed = Base64.getDecoder().decode(parts[2]);
            if (typedSeed.length == 1 + SEED && typedSeed[0] == LOG) {
                SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(typedSeed, 1, typedSeed.length));
                if (Objects.equals(parts[1], HexFormat.of().formatHex(key.id))) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("this is no signing key of a signed note");
    }

    /** The private key on one line, to be kept in a file that only its owner reads. */
    String secret() {
        byte[] typedSeed = ByteBuffer.allocate(1 + SEED).put(LOG).put(seed).array();
        return PRIVATE + origin + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typedSeed);
    }

    String origin() {
        return origin;
    }

    /** The public key on one line, for everybody. */
    VerifyingKey verifying() {
        return VerifyingKey.parse(origin + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed));
    }

    /** The text, which ends with a line feed, and the signature below it. */
    String sign(String text) {
        try {
            byte[] signature = signer.sign(text.getBytes(UTF_8));
            byte[] identified = ByteBuffer.allocate(id.length + signature.length)
                    .put(id)
                    .put(signature)
                    .array();
            return text + "\n" + DASH + origin + " " + Base64.getEncoder().encodeToString(identified) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 must be there", e);
        }
    }
}
