package care.throughline.query.referrals;

import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a secure link opens; the store knows the link by its hash alone. */
@Component
public class Links {

    private static final String LIVE = """
            select referral_id, performer_id from referrals.link
            where hash = :hash and expires_at > :now and revoked_at is null
            """;

    private final JdbcClient db;

    public Links(JdbcClient db) {
        this.db = db;
    }

    /** What the link with this hash opens now; empty if there is none, or it has expired or was revoked. */
    public Optional<Link> find(String hash, Instant now) {
        return db.sql(LIVE)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Link(
                        new ReferralId(row.getString("referral_id")), new PerformerId(row.getString("performer_id"))))
                .optional();
    }

    /** The one referral, for the one performer. */
    public record Link(ReferralId referral, PerformerId performer) {}
}
