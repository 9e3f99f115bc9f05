package care.throughline.query.patients;

import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by the beginnings of their names, by birth date, phone or number; every condition is an index range. */
@Component
public class FindPatients {

    static final int SHOWN = 25;

    /** Above every letter: the end of a range of beginnings. */
    private static final String AFTER_ALL = "\uDBFF\uDFFF";

    private static final String BY_NAME = """
            select p.root_id, bool_or(n.part = :name#) as exact from patients.name_part n
            join patients.person p on p.patient_id = n.patient_id
            where n.part ~>=~ :name# and n.part ~<~ :nameEnd# group by p.root_id
            """;

    private static final String BY_NUMBER = """
            select p.root_id, true as exact from patients.identifier i
            join patients.person p on p.patient_id = i.patient_id
            where upper(i.value) = :number# {sealed} group by p.root_id
            """;

    private static final String BY_BIRTH_DATE =
            "select root_id, true as exact from patients.person where birth_date = :born and not merged";

    private static final String BY_PHONE =
            "select root_id, true as exact from patients.person where phone = :phone and not merged";

    private static final String DETAILS = """
            select p.*,
                array(select i.assigner || ' ' || i.value from patients.identifier i
                      join patients.person r on r.patient_id = i.patient_id
                      where r.root_id = p.root_id and i.status = 'current' and i.value is not null {sealed}
                      order by 1) as numbers,
                array(select i.assigner || ' ' || i.value || case i.status when 'retired' then ' (retired)' else '' end
                      from patients.identifier i join patients.person r on r.patient_id = i.patient_id
                      where r.root_id = p.root_id and upper(i.value) = any(:asked) {sealed} order by 1) as found_by
            from (#) hit join patients.person p on p.patient_id = hit.root_id
            order by hit.exact desc, p.family, p.given, p.birth_date, p.patient_id
            limit :limit
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    FindPatients(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The people that fit all of what was typed; fields that fit whole words go before those that only begin so. */
    public Found find(String typed) {
        Wanted wanted = Wanted.parse(typed);
        if (wanted.isTooLittle()) {
            accesses.shows(List.of());
            return new Found(List.of(), true, false);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(wanted, parameters);
        Sealed sealed = accesses.sealed();
        String sql = DETAILS.replace("#", intersection(conditions)).replace("{sealed}", sealed.openSubject("i.key"));
        List<Found.Person> people = sealed.in(db.sql(sql))
                .params(parameters)
                .param("asked", wanted.numbers().toArray(String[]::new))
                .param("limit", SHOWN + 1)
                .query(FindPatients::person)
                .list();
        boolean more = people.size() > SHOWN;
        List<Found.Person> shown = more ? people.subList(0, SHOWN) : people;
        return new Found(
                accesses.veiled(shown, person -> List.of(person.patient()), Found.Person::veiled), false, more);
    }

    private static List<String> conditions(Wanted wanted, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (String name : wanted.names()) {
            int number = conditions.size();
            conditions.add(BY_NAME.replace("#", Integer.toString(number)));
            parameters.put("name" + number, name);
            parameters.put("nameEnd" + number, name + AFTER_ALL);
        }
        for (String asked : wanted.numbers()) {
            int number = conditions.size();
            conditions.add(BY_NUMBER.replace("#", Integer.toString(number)));
            parameters.put("number" + number, asked);
        }
        wanted.birthDate().ifPresent(born -> {
            conditions.add(BY_BIRTH_DATE);
            parameters.put("born", born);
        });
        if (!wanted.phone().isEmpty()) {
            conditions.add(BY_PHONE);
            parameters.put("phone", wanted.phone());
        }
        return conditions;
    }

    /** Those who fit every condition, with how many of them exactly. */
    private static String intersection(List<String> conditions) {
        return "select root_id, count(*) filter (where exact) as exact from (" + String.join(" union all ", conditions)
                + ") fits group by root_id having count(*) = " + conditions.size();
    }

    private static Found.Person person(ResultSet row, int number) throws SQLException {
        return new Found.Person(
                row.getString("patient_id"),
                row.getString("family"),
                row.getString("given"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("city"),
                row.getString("phone"),
                row.getBoolean("deceased"),
                List.of((String[]) row.getArray("numbers").getArray()),
                List.of((String[]) row.getArray("found_by").getArray()));
    }
}
