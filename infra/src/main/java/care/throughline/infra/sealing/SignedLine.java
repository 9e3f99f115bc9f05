package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A line and its HMAC-SHA256 over the signature of the line before and itself, by a key that follows from a master key. */
record SignedLine(String master, String signature, String content) {

    private static final String ALGORITHM = "HmacSHA256";

    static SignedLine of(String content, String before, MasterKey master) {
        return new SignedLine(master.id(), sign(content, before, master), content);
    }

    /** The line, or empty if no master key at hand signed it in this place. */
    static Optional<SignedLine> read(String text, String before, MasterKeys masters) {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        SignedLine line = new SignedLine(parts[0], parts[1], parts[2]);
        return masters.find(line.master())
                .filter(master -> MessageDigest.isEqual(
                        sign(line.content(), before, master).getBytes(UTF_8),
                        line.signature().getBytes(UTF_8)))
                .map(master -> line);
    }

    private static String sign(String content, String before, MasterKey master) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(master.derive("throughline erasure list 1"), ALGORITHM));
            mac.update((before + "\n" + content).getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return master + " " + signature + " " + content;
    }
}
