package care.throughline.query.ledger;

import care.throughline.query.ledger.Ledger.Signed;
import care.throughline.query.ledger.Ledger.State;
import care.throughline.query.ledger.Ledger.Verified;
import care.throughline.query.ledger.Ledger.Witness;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page of the ledger shows; {@code verified} is what was just compared, if anything was. */
public record LedgerPage(State state, @Nullable Verified verified, ZoneId zone) {

    /** How many events are hashed, and how many wait. */
    public String size() {
        long behind = Math.max(0, state.stored() - state.size());
        return number(state.size()) + (behind == 0 ? ", all that are stored" : ", " + number(behind) + " to come");
    }

    /** How far the newest checkpoint reaches, and since when. */
    public String checkpoint() {
        Signed signed = state.checkpoint();
        return signed == null ? "none yet" : Words.count(signed.size(), "event") + ", signed " + moment(signed.at());
    }

    /** What the witness elsewhere knows. */
    public String witness() {
        Witness witness = state.witness();
        if (witness == null) {
            return "none is configured";
        }
        String seen = witness.cosignedAt() == null
                ? "has cosigned nothing yet"
                : "cosigned " + Words.count(witness.size(), "event") + " " + moment(witness.cosignedAt());
        return witness.name() + " " + seen
                + (witness.waitingSince() == null ? "" : ", asked since " + moment(witness.waitingSince()));
    }

    /** The last position that can be compared. */
    public long last() {
        return Math.max(0, state.size() - 1);
    }

    private String moment(Instant instant) {
        return Words.moment(instant, zone);
    }

    private static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }
}
