package care.throughline.query.audit;

import care.throughline.query.Batch;
import care.throughline.query.ReadModel;

/** An empty audit on a database of its own. */
public final class Audits {

    private Audits() {}

    public static ReadModel empty() {
        return ReadModel.of(db -> new Audit(db, Batch.NONE));
    }
}
