package care.throughline.query.overnight;

import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.overnight.Night.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened since a moment: a range of an index for the admissions and one for the discharges. */
@Component
class Nights {

    private static final Duration TOLD_LATE = Duration.ofDays(1);
    private static final int MOST = 200;

    /** The moment, when it was learned, and which stays: the two halves of the board differ in nothing else. */
    private static final String SQL = """
            select s.stay_id, w.root_id, s.facility, s.stay_class, s.status, s.location, s.disposition, s.receipt,
                   s.%1$s as happened_at, s.%1$s < :since as late, w.coordinator,
                   p.family, p.given, p.birth_date, p.sex,
                   exists (select 1 from overnight.person o join overnight.stay b on b.patient_id = o.patient_id
                           where o.root_id = w.root_id and b.stay_id <> s.stay_id and b.status = 'DISCHARGED'
                             and b.stay_class in ('IMP', 'OBS') and b.discharged_at <= s.began_at
                             and b.discharged_at > s.began_at - interval '30 days') as again
            from overnight.stay s
            join overnight.person w on w.patient_id = s.patient_id
            left join patients.person p on p.patient_id = s.patient_id
            where s.%1$s >= :before and s.%1$s <= :now
              and (s.%1$s >= :since or s.%2$s >= :since)
              and s.stay_class in ('IMP', 'OBS', 'EMER') and not s.historical and %3$s
              and (:mine = false or w.coordinator = :viewer) #
            order by s.%1$s desc, s.stay_id limit :most
            """;

    private static final String ADMISSIONS =
            SQL.formatted("began_at", "learned_at", "s.status in ('IN_HOUSE', 'DISCHARGED')");
    private static final String DISCHARGES =
            SQL.formatted("discharged_at", "discharge_learned_at", "s.status = 'DISCHARGED'");

    private final JdbcClient db;
    private final Accesses accesses;

    Nights(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    Night show(ShowNight query) {
        return new Night(query.since(), veiled(entries(ADMISSIONS, query)), veiled(entries(DISCHARGES, query)));
    }

    private List<Entry> veiled(List<Entry> entries) {
        return accesses.veiled(entries, entry -> List.of(entry.person()), Entry::veiled);
    }

    private List<Entry> entries(String sql, ShowNight query) {
        Sealed sealed = accesses.sealed();
        return sealed.in(db.sql(sql.replace("#", sealed.openSubject("s.stay_id"))))
                .param("since", query.since().atOffset(ZoneOffset.UTC))
                .param("before", query.since().minus(TOLD_LATE).atOffset(ZoneOffset.UTC))
                .param("now", query.now().atOffset(ZoneOffset.UTC))
                .param("mine", query.mine())
                .param("viewer", query.viewer())
                .param("most", MOST)
                .query(Nights::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("stay_id"),
                row.getString("root_id"),
                row.getString("family"),
                row.getString("given"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("facility"),
                row.getString("stay_class"),
                row.getString("status"),
                row.getString("location"),
                row.getString("disposition"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("late"),
                row.getBoolean("again"),
                row.getString("coordinator"),
                List.of((Long[]) row.getArray("receipt").getArray()));
    }
}
