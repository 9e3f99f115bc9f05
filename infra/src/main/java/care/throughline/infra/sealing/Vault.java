package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.command.Rejected;
import care.throughline.command.Sealing;
import care.throughline.events.TypedId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Seals under a key of the subject's own (AES-256-GCM); made when first needed, gone for ever when forgotten. */
public final class Vault implements Sealing {

    /** How long a key is at hand; one forgotten meanwhile is dropped as soon as {@link ForgottenWatch} hears of it. */
    private static final Duration AT_HAND = Duration.ofMinutes(1);

    private static final int KEYS_AT_HAND = 50_000;
    private static final byte FORMAT = 1;
    private static final String DOCUMENT = "document";

    /** A key in use, or {@link #FORGOTTEN}. */
    private record SubjectKey(@Nullable Aead aead) {}

    private static final SubjectKey FORGOTTEN = new SubjectKey(null);

    private final MasterKeys masters;
    private final KeyRows rows;
    private final Cache<String, SubjectKey> atHand = Caffeine.newBuilder()
            .maximumSize(KEYS_AT_HAND)
            .expireAfterWrite(AT_HAND)
            .build();
    private final AtomicLong dropped = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Vault(MasterKeys masters, KeyRows rows) {
        this.masters = masters;
        this.rows = rows;
    }

    @Override
    public byte[] seal(TypedId subject, byte[] plain) {
        return seal(subject.value(), DOCUMENT, plain);
    }

    @Override
    public Optional<byte[]> open(TypedId subject, byte[] sealed) {
        return open(subject.value(), DOCUMENT, sealed);
    }

    /** Seals for one purpose; what was sealed for another purpose or subject never opens in its place.
     *
     * @throws Rejected if the subject was forgotten
     */
    public byte[] seal(String subject, String purpose, byte[] plain) {
        SubjectKey key = atHand.get(subject, this::findOrMake);
        if (key.aead == null) {
            throw new Rejected(
                    "person-forgotten",
                    "The data of this person was erased for ever, so nothing more can be kept under " + subject
                            + ". Register the person anew.");
        }
        try {
            byte[] sealed = key.aead.encrypt(plain, binding(subject, purpose));
            byte[] framed = new byte[sealed.length + 1];
            framed[0] = FORMAT;
            System.arraycopy(sealed, 0, framed, 1, sealed.length);
            return framed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data of " + subject + " cannot be sealed", e);
        }
    }

    /** The bytes, or empty if the subject was forgotten.
     *
     * @throws DamagedVault if the bytes were changed, belong elsewhere, or their key is missing without being forgotten
     */
    public Optional<byte[]> open(String subject, String purpose, byte[] sealed) {
        SubjectKey key = atHand.get(subject, this::existing);
        if (key.aead == null) {
            return Optional.empty();
        }
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            throw new DamagedVault("data of " + subject + " is sealed in a format that this version does not know");
        }
        try {
            byte[] framed = new byte[sealed.length - 1];
            System.arraycopy(sealed, 1, framed, 0, framed.length);
            return Optional.of(key.aead.decrypt(framed, binding(subject, purpose)));
        } catch (GeneralSecurityException e) {
            throw new DamagedVault("data of " + subject + " does not open with its key: it was changed or moved");
        }
    }

    /** Deletes these subjects' keys for good: here and in the database when this returns, and told to every other node. */
    public void forget(Collection<String> subjects) {
        subjects.forEach(subject -> rows.forget(subject, masters.current().id()));
        subjects.forEach(subject -> atHand.put(subject, FORGOTTEN));
        tell();
    }

    /** Removes what deleted keys leave behind in the vault's file; not within a transaction, which would keep it. */
    public void scrub() {
        rows.scrub();
    }

    /** Whether every one of these subjects was forgotten, as the database says now. */
    public boolean areForgotten(Collection<String> subjects) {
        Map<String, KeyRows.Row> known = rows.find(subjects);
        return subjects.stream().allMatch(subject -> {
            KeyRows.Row row = known.get(subject);
            return row != null && row.wrapped() == null;
        });
    }

    /** Has this run whenever somebody was forgotten, on whatever node: whoever holds opened data lets it go then. */
    public void whenForgotten(Runnable letGo) {
        listeners.add(letGo);
    }

    /** Asks the database again about this subject, which another node has forgotten. */
    void drop(String subject) {
        dropped.incrementAndGet();
        atHand.invalidate(subject);
        tell();
    }

    /** Asks the database again about everybody, because nobody knows who was forgotten meanwhile. */
    void dropAll() {
        dropped.incrementAndGet();
        atHand.invalidateAll();
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Fetches the keys of a batch in one query, so that opening its events needs none. */
    public void fetch(Collection<String> subjects) {
        List<String> missing = new ArrayList<>(subjects);
        missing.removeAll(atHand.getAllPresent(subjects).keySet());
        if (!missing.isEmpty()) {
            long before = dropped.get();
            rows.find(missing).forEach((subject, row) -> atHand.put(subject, unwrapped(subject, row)));
            if (dropped.get() != before) {
                atHand.invalidateAll(missing);
            }
        }
    }

    private SubjectKey existing(String subject) {
        KeyRows.Row row = rows.find(List.of(subject)).get(subject);
        if (row == null) {
            throw new DamagedVault("the vault has no key of " + subject
                    + " and does not know of any: restore the vault that belongs to these events");
        }
        return unwrapped(subject, row);
    }

    private SubjectKey findOrMake(String subject) {
        KeyRows.Row fresh = masters.wrap(subject, Random.randBytes(MasterKey.LENGTH));
        return unwrapped(subject, rows.findOrAdd(subject, fresh));
    }

    private SubjectKey unwrapped(String subject, KeyRows.Row row) {
        byte[] key = masters.unwrap(subject, row);
        return key == null ? FORGOTTEN : new SubjectKey(MasterKey.aead(key));
    }

    private static byte[] binding(String subject, String purpose) {
        return ("throughline 1\n" + purpose + "\n" + subject).getBytes(UTF_8);
    }
}
