package care.throughline.query.accesses;

import care.throughline.query.Accesses;
import care.throughline.query.accesses.Looks.Look;
import care.throughline.query.accesses.Looks.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who looked: a range of an index per question, and the names of the first few people of each access. */
@Component
class Onlookers {

    private static final String FIND = """
            select a.*, cardinality(a.patients) as people, w.roots, w.names
            from (select * from accesses.access
                  where occurred_at >= :since and occurred_at < :until and position < :before #
                  order by position desc limit :limit) a
            left join lateral (
                select array_agg(root_id order by root_id) as roots,
                       array_agg(coalesce(name, '') order by root_id) as names
                from (select distinct p.root_id, p.name from patients.person p where p.patient_id = any (a.patients) @
                      order by p.root_id limit 3) few) w on true
            order by a.position desc
            """;

    /** Of one person nobody else is named: whom a list showed beside them is not for the reader of their accesses. */
    private static final String ONLY_PERSON = """
            and p.root_id = (select root_id from patients.person where patient_id = :patient)""";

    /** All records of the person, as merges stand now. */
    private static final String OF_PERSON = """
            and patients && (select array_agg(patient_id) || :patient::text from patients.person where root_id =
                             (select root_id from patients.person where patient_id = :patient))
            """;

    private static final String BY_STAFF = """
            select a.actor, max(a.role) as role, count(distinct a.position) filter (where a.shown) as shown,
                   count(distinct p.root_id) filter (where a.shown) as people,
                   count(distinct a.position) filter (where not a.shown) as refused
            from accesses.access a
            left join lateral unnest(a.patients) seen (patient_id) on true
            left join patients.person p on p.patient_id = seen.patient_id
            where a.occurred_at >= :since and a.occurred_at < :until
            group by a.actor order by people desc, a.actor
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    Onlookers(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** One page; looking at it is an access to those it names. */
    Looks find(FindAccesses asked) {
        List<Look> found = db.sql(FIND.replace("@", asked.patient().isEmpty() ? "" : ONLY_PERSON)
                        .replace("#", conditions(asked)))
                .param("since", asked.since().atOffset(ZoneOffset.UTC))
                .param("until", asked.until().atOffset(ZoneOffset.UTC))
                .param("before", asked.before())
                .param("limit", asked.size() + 1)
                .param("patient", asked.patient())
                .param("staff", asked.staff())
                .query(Onlookers::look)
                .list();
        boolean more = found.size() > asked.size();
        List<Look> looks = more ? found.subList(0, asked.size()) : found;
        accesses.shows(Stream.concat(
                        Stream.of(asked.patient()).filter(patient -> !patient.isEmpty()),
                        looks.stream().flatMap(look -> look.first().stream()).map(Person::patient))
                .toList());
        return new Looks(List.copyOf(looks), more ? looks.getLast().position() : null);
    }

    /** Everybody who looked in this time, whoever saw the most people first. */
    List<Looks.OfStaff> countByStaff(Instant since, Instant until) {
        return db.sql(BY_STAFF)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Looks.OfStaff(
                        row.getString("actor"),
                        row.getString("role"),
                        row.getInt("shown"),
                        row.getInt("people"),
                        row.getInt("refused")))
                .list();
    }

    private static String conditions(FindAccesses asked) {
        return (asked.patient().isEmpty() ? "" : OF_PERSON)
                + (asked.staff().isEmpty() ? "" : "and actor = :staff ")
                + switch (asked.outcome()) {
                    case ALL -> "";
                    case SHOWN -> "and shown";
                    case REFUSED -> "and not shown";
                };
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(
                row.getLong("position"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("shown"),
                row.getString("why"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("source"),
                row.getString("view"),
                row.getString("address"),
                row.getInt("people"),
                people(row),
                row.getString("correlation_id"));
    }

    private static List<Person> people(ResultSet row) throws SQLException {
        List<Person> people = new ArrayList<>();
        if (row.getArray("roots") != null) {
            String[] roots = (String[]) row.getArray("roots").getArray();
            String[] names = (String[]) row.getArray("names").getArray();
            for (int i = 0; i < roots.length; i++) {
                people.add(new Person(roots[i], names[i]));
            }
        }
        return List.copyOf(people);
    }
}
