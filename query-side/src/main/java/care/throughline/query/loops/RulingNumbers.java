package care.throughline.query.loops;

import care.throughline.query.Accesses;
import care.throughline.query.Progress;
import care.throughline.query.Sealed;
import care.throughline.query.loops.LoopReports.Member;
import care.throughline.query.loops.RulingReports.Ruled;
import care.throughline.query.loops.RulingReports.Rulings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the numbers of authorizations, and lists the members behind each. */
@Component
class RulingNumbers {

    private final JdbcClient db;
    private final Progress progress;
    private final Accesses accesses;

    RulingNumbers(JdbcClient db, Progress progress, Accesses accesses) {
        this.db = db;
        this.progress = progress;
        this.accesses = accesses;
    }

    /** What was decided in these months, by group, all together and month by month. */
    Rulings rulings(Months months, By by) {
        long position = progress.position("authorizations");
        List<Ruled> lines =
                asked(RulingSql.counted(by), months).query(RulingNumbers::ruled).list();
        return new Rulings(RulingSql.VERSION, position, months, by, lines);
    }

    /** The authorizations behind one line; of an appeal those count that changed something, else those that were denied. */
    List<Member> rulingsOf(String group, Months months, By by, boolean appeals) {
        Sealed sealed = accesses.sealed();
        List<Member> found = sealed.in(asked(RulingSql.ofGroup(by, sealed), months))
                .param("group", group)
                .param("appeals", appeals)
                .query(RulingNumbers::member)
                .list();
        return accesses.veiled(found, Member::records, Member::veiled);
    }

    private JdbcClient.StatementSpec asked(String sql, Months months) {
        return db.sql(sql).param("since", months.first()).param("until", months.last());
    }

    private static Ruled ruled(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate month = row.getObject("month", LocalDate.class);
        return new Ruled(
                row.getString("grp"),
                row.getString("name"),
                month == null ? null : YearMonth.from(month),
                row.getLong("decided"),
                row.getLong("partly"),
                row.getLong("denied"),
                row.getLong("in_time"),
                row.getObject("median", Double.class),
                row.getLong("appeals"),
                row.getLong("overturned"));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        boolean counts = row.getInt("level") == 0
                ? row.getString("outcome").equals("DENIED")
                : !row.getString("outcome").equals("UPHELD");
        return new Member(
                row.getString("authorization_id"),
                row.getString("patient_id"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getInt("days"),
                counts,
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }
}
