package care.throughline.query.restrictions;

import care.throughline.query.Accesses;
import care.throughline.query.restrictions.BrokenGlass.Glass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who broke the glass, for the privacy officer; what was opened meanwhile comes from the register of accesses. */
@Component
class BrokenGlasses {

    private static final Duration WATCHED = Duration.ofDays(90);

    private static final String FIND = """
            select g.*, p.name,
                (select count(*) from accesses.access a
                 where a.actor = g.staff and a.shown and a.occurred_at between g.broken_at and g.until
                   and a.patients && array(select q.patient_id from patients.person q where q.root_id = p.root_id))
                as looks
            from restrictions.glass g left join patients.person p using (patient_id)
            order by g.reviewed_at is not null, case when g.reviewed_at is null then g.broken_at end,
                     g.broken_at desc
            limit 200
            """;

    private static final String BY_STAFF = """
            select staff, count(*) as times, count(*) filter (where finding = 'NOT_JUSTIFIED') as not_justified,
                   count(*) filter (where reviewed_at is null) as waiting
            from restrictions.glass where broken_at >= :since group by staff order by times desc, staff
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    BrokenGlasses(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    BrokenGlass find(Instant now) {
        List<Glass> glasses = db.sql(FIND).query(BrokenGlasses::glass).list();
        accesses.shows(glasses.stream().map(Glass::patient).toList());
        int waiting = db.sql("select count(*) from restrictions.glass where reviewed_at is null")
                .query(Integer.class)
                .single();
        return new BrokenGlass(waiting, glasses, byStaff(now.minus(WATCHED)));
    }

    private List<BrokenGlass.OfStaff> byStaff(Instant since) {
        return db.sql(BY_STAFF)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new BrokenGlass.OfStaff(
                        row.getString("staff"),
                        row.getInt("times"),
                        row.getInt("not_justified"),
                        row.getInt("waiting")))
                .list();
    }

    private static Glass glass(ResultSet row, int number) throws SQLException {
        return new Glass(
                row.getString("glass_id"),
                row.getString("patient_id"),
                row.getString("name"),
                row.getString("staff"),
                row.getString("code"),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "broken_at")),
                Objects.requireNonNull(instant(row, "until")),
                row.getInt("looks"),
                row.getString("reviewed_by"),
                instant(row, "reviewed_at"),
                row.getString("finding"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
