package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.command.Rejected;
import care.throughline.command.ledger.LogId;
import care.throughline.command.ledger.SignedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends a log that has signed more than there is since a restore, once a person has said so, and begins the next over the same
 * tree: with a name and a key of its own, and a file of its own beside the old one, which stays as it is.
 */
final class Succession implements SignedHistory {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
    private static final String ORDERED = """
            select convert_from(payload, 'UTF8') from store.event
            where aggregate_id = ? and name = 'ledger.LogBegun' order by sequence limit 1
            """;

    private final LedgerParts parts;
    private final KeyFile keyFile;
    private final JdbcClient db;

    Succession(LedgerParts parts, KeyFile keyFile) {
        this.parts = parts;
        this.keyFile = keyFile;
        this.db = JdbcClient.create(parts.dataSource());
    }

    @Override
    public Loss loss() {
        long size = parts.tiles().size();
        long signed = signed();
        if (signed <= size) {
            throw new Rejected(
                    "ledger-not-shorter",
                    "The ledger has lost nothing that it signed. If it refuses to go on, something was altered: put"
                            + " that right instead.");
        }
        try {
            parts.comparison().length(size);
            if (size > 0) {
                parts.comparison().events(0, size - 1, size);
            }
        } catch (Contradiction altered) {
            throw new Rejected(
                    "ledger-altered",
                    "This is not what a restore of the whole database leaves: " + altered.sentence()
                            + ". A new log would hide it; restore events and ledger together.");
        }
        return new Loss(parts.key().origin(), size, signed);
    }

    private long signed() {
        return Stream.of(
                        parts.checkpoints().latest(),
                        parts.file().last(parts.key().verifying()))
                .flatMap(Optional::stream)
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(0);
    }

    /** Does what was ordered and not done yet; every step may be repeated. Only for whoever has the turn to grow the tree. */
    void carryOut() {
        SigningKey old = parts.key();
        Optional<String> order = db.sql(ORDERED)
                .param(LogId.of(old.origin()).value())
                .query(String.class)
                .optional();
        if (order.isPresent()) {
            JsonNode begun = JsonMapper.shared().readTree(order.get().getBytes(UTF_8));
            begin(begun.get("origin").stringValue(), old);
        }
    }

    private void begin(String origin, SigningKey old) {
        try {
            String ended = old.origin().replaceAll("[^A-Za-z0-9.-]", "_");
            parts.file().endAs(ended);
            byte[] seed = new byte[SigningKey.SEED];
            new SecureRandom().nextBytes(seed);
            keyFile.replace(new SigningKey(origin, seed), ended);
            LOG.warn("The log {} has ended, {} begins over the events that are there", old.origin(), origin);
        } catch (IOException e) {
            throw new UncheckedIOException("the log " + origin + " could not be begun", e);
        }
    }
}
