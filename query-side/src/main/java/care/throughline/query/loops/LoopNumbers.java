package care.throughline.query.loops;

import care.throughline.events.PerformerId;
import care.throughline.query.Accesses;
import care.throughline.query.Progress;
import care.throughline.query.Sealed;
import care.throughline.query.loops.LoopReports.Closed;
import care.throughline.query.loops.LoopReports.Closure;
import care.throughline.query.loops.LoopReports.Member;
import care.throughline.query.loops.LoopReports.Wait;
import care.throughline.query.loops.LoopReports.Waits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the numbers of referrals, and lists the members behind each. */
@Component
public class LoopNumbers {

    private final JdbcClient db;
    private final Progress progress;
    private final Accesses accesses;

    LoopNumbers(JdbcClient db, Progress progress, Accesses accesses) {
        this.db = db;
        this.progress = progress;
        this.accesses = accesses;
    }

    /** How many loops were closed within so many days of sending, and how long those took that were closed. */
    Closure closure(Months months, int within, By by, LocalDate today) {
        long position = progress.position(Loops.NAME);
        List<Closed> lines = closing(LoopSql.closed(by), months, within, today)
                .query((row, number) -> new Closed(
                        row.getString("grp"),
                        row.getString("name"),
                        row.getLong("sent"),
                        row.getLong("in_time"),
                        row.getLong("closed"),
                        row.getObject("median", Double.class)))
                .list();
        return new Closure(LoopSql.CLOSURE_VERSION, position, today, months, within, by, lines);
    }

    /** The referrals behind one line of it. */
    List<Member> closureOf(String group, Months months, int within, By by, LocalDate today) {
        Sealed sealed = accesses.sealed();
        return shown(sealed.in(closing(ofGroup(LoopSql.closure(by), sealed), months, within, today))
                .param("group", group));
    }

    /** How long it took from one milestone to another. */
    Waits waits(Milestone from, Milestone to, Months months, By by) {
        long position = progress.position(Loops.NAME);
        List<Wait> lines = waiting(LoopSql.waited(by), from, to, months)
                .query((row, number) -> new Wait(
                        row.getString("grp"),
                        row.getString("name"),
                        row.getLong("waits"),
                        row.getDouble("median"),
                        row.getInt("longest")))
                .list();
        return new Waits(LoopSql.WAIT_VERSION, position, months, from, to, by, lines);
    }

    /** The referrals behind one line of it. */
    List<Member> waitsOf(String group, Milestone from, Milestone to, Months months, By by) {
        Sealed sealed = accesses.sealed();
        return shown(sealed.in(waiting(ofGroup(LoopSql.waits(by), sealed), from, to, months))
                .param("group", group));
    }

    /** Whom this performer saw last, at most {@value LoopSql#LATEST}: what its days to seen are the median of. */
    public List<Member> seenBy(PerformerId performer) {
        Sealed sealed = accesses.sealed();
        String seen = "select * from (" + LoopSql.SEEN + ") m where true" + sealed.openSubject("m.referral_id");
        return shown(sealed.in(db.sql(seen)).param("performer", performer.value()));
    }

    /** Numbers count everybody; the members behind them are told as far as the viewer may know of them. */
    private static String ofGroup(String members, Sealed sealed) {
        return "select * from (" + members + ") m where m.grp = :group" + sealed.openSubject("m.referral_id")
                + " order by began, ended nulls last, referral_id";
    }

    private JdbcClient.StatementSpec closing(String sql, Months months, int within, LocalDate today) {
        return db.sql(sql)
                .param("since", months.first())
                .param("until", months.last())
                .param("within", within)
                .param("today", today);
    }

    private JdbcClient.StatementSpec waiting(String sql, Milestone from, Milestone to, Months months) {
        return db.sql(sql)
                .param("from", from.name())
                .param("to", to.name())
                .param("since", months.first())
                .param("until", months.last());
    }

    private List<Member> shown(JdbcClient.StatementSpec asked) {
        return accesses.veiled(asked.query(LoopNumbers::member).list(), Member::records, Member::veiled);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getString("referral_id"),
                row.getString("patient_id"),
                row.getObject("began", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                row.getObject("days", Integer.class),
                row.getBoolean("counts"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }
}
