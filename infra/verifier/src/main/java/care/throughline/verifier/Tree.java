package care.throughline.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The hashing of RFC 6962 and the verification of RFC 9162; also a tree that grows leaf by leaf and knows its root. */
final class Tree {

    static final int HASH = 32;

    private final MessageDigest sha256 = sha256();

    /** The roots of the complete subtrees that the leaves so far make, the largest last. */
    private final Deque<byte[]> roots = new ArrayDeque<>();

    private long size;

    byte[] leaf(byte[] entry) {
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** Adds the next leaf. */
    void add(byte[] leaf) {
        byte[] right = leaf;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            right = node(roots.pop(), right);
        }
        roots.push(right);
        size++;
    }

    long size() {
        return size;
    }

    /** The root of all leaves added. */
    byte[] root() {
        Iterator<byte[]> fromTheRight = roots.iterator();
        if (!fromTheRight.hasNext()) {
            return sha256.digest();
        }
        byte[] root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = node(fromTheRight.next(), root);
        }
        return root;
    }

    /** RFC 9162, 2.1.3.2. */
    boolean includes(long index, long ofSize, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= ofSize) {
            return false;
        }
        long fn = index;
        long sn = ofSize - 1;
        byte[] r = leaf;
        for (byte[] p : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** RFC 9162, 2.1.4.2; trees of the same size are consistent if they have the same root and nothing is claimed beyond. */
    boolean continues(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        Deque<byte[]> path = new ArrayDeque<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        return walk(first - 1, second - 1, path, firstRoot, secondRoot);
    }

    private boolean walk(long firstNode, long lastNode, Deque<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
        int skipped = Long.numberOfTrailingZeros(~firstNode);
        long fn = firstNode >> skipped;
        long sn = lastNode >> skipped;
        byte[] fr = path.removeFirst();
        byte[] sr = fr;
        for (byte[] c : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
