package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The key that wraps all others; it lives in a file apart from the database and is never printed. */
public final class MasterKey {

    /** Its length in bytes. */
    static final int LENGTH = 32;

    private final byte[] root;
    private final Aead wrapping;
    private final String id;

    /** @throws IllegalArgumentException if there are not exactly 32 bytes */
    MasterKey(byte[] root) {
        if (root.length != LENGTH) {
            throw new IllegalArgumentException("a master key has " + LENGTH + " bytes, not " + root.length);
        }
        this.root = root.clone();
        this.wrapping = aead(derive("throughline key wrapping 1"));
        this.id = HexFormat.of().formatHex(derive("throughline master key id 1"), 0, 8);
    }

    /** Tells one master key from another and nothing about either. */
    String id() {
        return id;
    }

    /** Another key that follows from this one and the purpose, always the same (HKDF-SHA256, RFC 5869). */
    byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", root, new byte[0], purpose.getBytes(UTF_8), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    byte[] wrap(String subject, byte[] key) {
        try {
            return wrapping.encrypt(key, subject.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + subject + " cannot be wrapped", e);
        }
    }

    byte[] unwrap(String subject, byte[] wrapped) {
        try {
            return wrapping.decrypt(wrapped, subject.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new DamagedVault(
                    "the key of " + subject
                            + " does not open with this master key: restore the master key file or the vault that belong together");
        }
    }

    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
