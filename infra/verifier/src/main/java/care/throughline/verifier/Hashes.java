package care.throughline.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Hashes as they are written in proofs. */
final class Hashes {

    private Hashes() {}

    static byte[] parse(String base64, String what) throws Altered {
        try {
            byte[] hash = Base64.getDecoder().decode(base64);
            if (hash.length == Tree.HASH && show(hash).equals(base64)) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            throw new Altered(what + " holds something that is no hash");
        }
        throw new Altered(what + " holds something that is no hash");
    }

    static List<byte[]> parse(List<String> lines, String what) throws Altered {
        List<byte[]> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(parse(line, what));
        }
        return hashes;
    }

    static String show(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
