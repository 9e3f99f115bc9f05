package care.throughline.infra.projections;

import java.io.Serial;

/** Rolls a batch back so that it can be done again with care. */
final class SpoiledBatch extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SpoiledBatch(String processor, Throwable cause) {
        super("An event spoiled a batch of " + processor + ", which is now done again event by event", cause);
    }
}
