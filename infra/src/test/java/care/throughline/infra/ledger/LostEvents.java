package care.throughline.infra.ledger;

import org.springframework.context.ApplicationContext;

/** Makes the ledger of an application one that has signed more than its database still holds, as after a restore. */
public final class LostEvents {

    private LostEvents() {}

    /** Signs a larger tree than there is, in the file alone, and has the ledger look at it as after a start. */
    public static void signedThenLost(ApplicationContext application) {
        LedgerParts parts = application.getBean(LedgerParts.class);
        Follower follower = application.getBean(Follower.class);
        Checkpoint last = parts.checkpoints().latest().orElseThrow();
        follower.stop();
        parts.file().append(Checkpoint.sign(last.size() + 1_000, last.root(), parts.key()));
        follower.start();
    }

    /** The name of the log that is kept now. */
    public static String origin(ApplicationContext application) {
        return application.getBean(LedgerParts.class).key().origin();
    }
}
