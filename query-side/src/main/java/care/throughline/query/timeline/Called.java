package care.throughline.query.timeline;

import care.throughline.query.Names;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how the records that sentences speak of are called today, and the performers at that position. */
final class Called {

    /** Records by the first number of each. */
    private static final String RECORDS = """
            select distinct on (patient_id) patient_id, assigner, value
            from patients.identifier where patient_id = any(:ids) and value is not null
            order by patient_id, added_at, key
            """;

    private static final String PERFORMERS = """
            select distinct on (performer_id) performer_id, name from directory.called
            where performer_id = any(:ids) and position <= :known
            order by performer_id, position desc
            """;

    private final JdbcClient db;
    private final Phrases phrases;

    Called(JdbcClient db, Names names, ZoneId zone) {
        this.db = db;
        this.phrases = new Phrases(names, zone, Map.of());
    }

    /** The names by their ids.
     *
     * @param known the last position whose news counts for performers
     */
    Map<String, String> in(Collection<String> sentences, long known) {
        Map<String, String> called = new HashMap<>();
        Set<String> records = mentioned("record", sentences);
        if (!records.isEmpty()) {
            db.sql(RECORDS)
                    .param("ids", records.toArray(String[]::new))
                    .query((row, number) -> called.put(
                            row.getString("patient_id"),
                            phrases.fill(
                                    "{facility:" + row.getString("assigner") + "} record " + row.getString("value"))))
                    .list();
        }
        Set<String> performers = mentioned("performer", sentences);
        if (!performers.isEmpty()) {
            db.sql(PERFORMERS)
                    .param("known", known)
                    .param("ids", performers.toArray(String[]::new))
                    .query((row, number) -> called.put(row.getString("performer_id"), row.getString("name")))
                    .list();
        }
        return called;
    }

    private static Set<String> mentioned(String kind, Collection<String> sentences) {
        Set<String> mentioned = new HashSet<>();
        for (String sentence : sentences) {
            Matcher found = Phrases.PLACEHOLDER.matcher(sentence);
            while (found.find()) {
                if (found.group(1).equals(kind)) {
                    mentioned.add(found.group(2));
                }
            }
        }
        return mentioned;
    }
}
