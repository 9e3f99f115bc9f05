package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 public key with its name: {@code name+id+base64}, as signed notes write it. */
record Key(String name, int id, byte type, PublicKey key) {

    /** The log's own signatures. */
    static final byte LOG = 1;

    /** A witness's cosignatures. */
    static final byte WITNESS = 4;

    private static final int LENGTH = 32;

    static Key parse(String vkey) throws Unchecked {
        String[] parts = vkey.strip().split("\\+", 3);
        try {
            byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
            int id = idOf(parts[0], typed);
            if (parts.length == 3 && typed.length == 1 + LENGTH && id == HexFormat.fromHexDigits(parts[1])) {
                return new Key(parts[0], id, typed[0], ed25519(Arrays.copyOfRange(typed, 1, typed.length)));
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Unchecked("this is no public key: " + vkey.strip());
        }
        throw new Unchecked("this is no Ed25519 public key: " + vkey.strip());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The key as people compare it. */
    String shown() {
        return name + " (key id " + HexFormat.of().toHexDigits(id) + ")";
    }

    private static int idOf(String name, byte[] typed) {
        MessageDigest sha256 = Tree.sha256();
        sha256.update((name + "\n").getBytes(UTF_8));
        byte[] hash = sha256.digest(typed);
        return new BigInteger(Arrays.copyOf(hash, Integer.BYTES)).intValue();
    }

    /** RFC 8032, 5.1.2: little-endian, the highest bit says whether x is odd. */
    private static PublicKey ed25519(byte[] encoded) throws GeneralSecurityException {
        boolean odd = encoded[LENGTH - 1] < 0;
        byte[] y = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = encoded[LENGTH - 1 - i];
        }
        y[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, y));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
