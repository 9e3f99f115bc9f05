package care.throughline.query.audit;

import care.throughline.query.Accesses;
import care.throughline.query.ledger.Ledger;
import care.throughline.query.ledger.Ledger.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What fits a question to the audit, as an export of the ledger. */
@Component
class Evidence {

    /** More with a proof each would be no evidence that anybody reads. */
    private static final int MOST = 100_000;

    private final AuditTrail trail;
    private final Ledger ledger;
    private final Accesses accesses;
    private final JdbcClient db;

    Evidence(AuditTrail trail, Ledger ledger, Accesses accesses, JdbcClient db) {
        this.trail = trail;
        this.ledger = ledger;
        this.accesses = accesses;
        this.db = db;
    }

    /** The events that fit; whom they concern is told now, before anything of it leaves.
     *
     * @param since the size of a checkpoint whose continuation shall be proven, or null
     * @throws ResponseStatusException 400 if the question is not to be understood, 422 if too many events fit
     */
    Selection select(FindEvents asked, @Nullable Long since) {
        List<Long> positions = positions(asked);
        List<String> people = trail.people(asked, positions.isEmpty() ? -1 : positions.getLast());
        Set<String> closed = accesses.closedAmong(people);
        accesses.shows(
                people.stream().filter(patient -> !closed.contains(patient)).toList());
        Selection selection = new Selection(words(asked), positions, since);
        return selection.with(accesses.notice());
    }

    /** Writes it as a zip file.
     *
     * @throws IOException if the reader goes away
     */
    void write(Selection selection, OutputStream out) throws IOException {
        ledger.export(selection, out);
    }

    private List<Long> positions(FindEvents asked) {
        Conditions conditions = trail.understood(asked);
        List<Long> positions = db.sql("select e.position from audit.event e where " + conditions.sql()
                        + " order by e.position limit :most")
                .params(conditions.parameters())
                .param("most", MOST + 1)
                .query(Long.class)
                .list();
        if (positions.size() > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "More than " + MOST + " events fit. Narrow it, or take everything.");
        }
        return positions;
    }

    private static String words(FindEvents asked) {
        return asked.filters().isEmpty()
                ? "the audit"
                : asked.filters().entrySet().stream()
                        .map(filter -> filter.getKey() + " " + filter.getValue())
                        .collect(Collectors.joining(", ", "the audit, ", ""));
    }
}
