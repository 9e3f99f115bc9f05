package care.throughline.query.ledger;

import care.throughline.events.PatientId;
import care.throughline.query.ledger.Ledger.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the positions of what somebody asks to be exported; of a person, all records that stand for them today. */
@Component
class Selections {

    /** More with a proof each would be no evidence that anybody reads; everything at once needs no proofs. */
    static final int MOST = 100_000;

    private static final String ABOUT = """
            select position from audit.event
            where (:patient::text is null or position in
                   (select position from audit.concern where patient_id in
                    (select patient_id from patients.person where root_id =
                     (select root_id from patients.person where patient_id = :patient))))
              and (:correlation = '' or correlation_id = :correlation)
              and position between :from and :to
            order by position limit :limit
            """;

    private final JdbcClient db;

    Selections(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is asked for; everything if nothing is narrowed.
     *
     * @param patient whom the events concern, accesses to the record among them
     * @param correlation empty if it does not matter
     * @param from the first position, from 0
     * @param to the last position, that included
     * @param since the size of a checkpoint whose continuation shall be proven
     */
    record Wanted(
            @Nullable PatientId patient,
            String correlation,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Long since) {

        long first() {
            return from == null ? 0 : Math.max(0, from);
        }

        long last() {
            return to == null ? Long.MAX_VALUE : to;
        }

        boolean isEverything() {
            return patient == null && correlation.isEmpty() && first() == 0 && to == null;
        }

        private boolean isRange() {
            return patient == null && correlation.isEmpty();
        }

        private String words() {
            List<String> words = new ArrayList<>();
            if (patient != null) {
                words.add("patient " + patient.value());
            }
            if (!correlation.isEmpty()) {
                words.add("correlation " + correlation);
            }
            if (from != null || to != null) {
                words.add("positions from " + first() + (to == null ? "" : " to " + to));
            }
            return words.isEmpty() ? "everything" : String.join(", ", words);
        }
    }

    /** The selection, as the read models know it now.
     *
     * @param stored how many events are stored
     */
    Selection of(Wanted wanted, long stored) {
        return new Selection(wanted.words(), wanted.isEverything() ? null : positions(wanted, stored), wanted.since());
    }

    private List<Long> positions(Wanted wanted, long stored) {
        long last = Math.min(wanted.last(), stored - 1);
        if (wanted.isRange()) {
            return LongStream.rangeClosed(wanted.first(), last)
                    .limit(MOST + 1L)
                    .boxed()
                    .toList();
        }
        return db.sql(ABOUT)
                .param(
                        "patient",
                        wanted.patient() == null ? null : wanted.patient().value())
                .param("correlation", wanted.correlation())
                .param("from", wanted.first())
                .param("to", last)
                .param("limit", MOST + 1)
                .query(Long.class)
                .list();
    }
}
