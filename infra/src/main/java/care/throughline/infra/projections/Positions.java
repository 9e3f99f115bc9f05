package care.throughline.infra.projections;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps how far a processor has come as one number, beside its rows and in their transaction. A claim is an owner's name,
 * good for a few seconds by the database's clock; whoever lost it cannot store, so his batch rolls back.
 */
final class Positions implements TokenStore {

    private static final String CLAIM = """
            update processing.position set owner = :owner, claimed_at = clock_timestamp()
            where processor = :processor and segment = :segment and edition = :edition
                and (owner is null or owner = :owner or claimed_at < clock_timestamp() - interval '5 seconds')
            returning position
            """;
    private static final String STORE = """
            update processing.position set position = :position, claimed_at = clock_timestamp()
            where processor = :processor and segment = :segment and owner = :owner and edition = :edition
            """;
    private static final String EXTEND = """
            update processing.position set claimed_at = clock_timestamp()
            where processor = :processor and segment = :segment and owner = :owner and edition = :edition
            """;

    private final JdbcClient db;
    private final String owner;
    private final String edition;

    /** @param owner this node's name, different from every other's */
    Positions(JdbcClient db, String owner, String edition) {
        this.db = db;
        this.owner = owner;
        this.edition = edition;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        for (int segment = 0; segment < segments; segment++) {
            at("""
                    insert into processing.position (processor, segment, position, edition)
                    values (:processor, :segment, :position, :edition) on conflict do nothing
                    """, processor, segment).param("position", numberOf(initial)).update();
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (at(STORE, processor, segment)
                        .param("position", numberOf(token))
                        .param("owner", owner)
                        .update()
                == 0) {
            throw lost(processor);
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        return claim(processor, segment)
                .<TrackingToken>map(GlobalSequenceTrackingToken::new)
                .orElseThrow(() -> lost(processor));
    }

    private Optional<Long> claim(String processor, int segment) {
        return at(CLAIM, processor, segment)
                .param("owner", owner)
                .query(Long.class)
                .optional();
    }

    @Override
    public void extendClaim(String processor, int segment) {
        if (at(EXTEND, processor, segment).param("owner", owner).update() == 0) {
            throw lost(processor);
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        at("""
                update processing.position set owner = null
                where processor = :processor and segment = :segment and owner = :owner and edition = :edition
                """, processor, segment).param("owner", owner).update();
    }

    @Override
    public int[] fetchSegments(String processor) {
        List<Integer> segments = db.sql("select segment from processing.position where processor = ? order by segment")
                .param(processor)
                .query(Integer.class)
                .list();
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("processing.position");
    }

    private JdbcClient.StatementSpec at(String sql, String processor, int segment) {
        return db.sql(sql)
                .param("processor", processor)
                .param("segment", segment)
                .param("edition", edition);
    }

    private static long numberOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElseThrow();
    }

    private static UnableToClaimTokenException lost(String processor) {
        return new UnableToClaimTokenException("Another node works on " + processor + ", or in another edition");
    }
}
