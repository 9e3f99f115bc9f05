package care.throughline.command;

import care.throughline.events.TypedId;
import java.util.Optional;

/** Seals bytes under a subject's own key; the key can be forgotten, and then nothing opens them again. */
public interface Sealing {

    byte[] seal(TypedId subject, byte[] plain);

    /** The bytes, or empty if the subject's key was forgotten. */
    Optional<byte[]> open(TypedId subject, byte[] sealed);
}
