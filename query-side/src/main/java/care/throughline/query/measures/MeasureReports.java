package care.throughline.query.measures;

import care.throughline.query.Accesses;
import care.throughline.query.Progress;
import care.throughline.query.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers with measures and with the members behind each number. */
@Component
public class MeasureReports {

    private final JdbcClient db;
    private final Progress progress;
    private final Accesses accesses;

    MeasureReports(JdbcClient db, Progress progress, Accesses accesses) {
        this.db = db;
        this.progress = progress;
        this.accesses = accesses;
    }

    /** A number with what it was computed from: the version of its definition and the position of the last event seen. */
    public record Report(String measure, String definition, long position, LocalDate asOf, List<Line> lines) {

        /** All lines together. */
        public Line total() {
            return new Line(
                    null,
                    null,
                    lines.stream().mapToLong(Line::denominator).sum(),
                    lines.stream().mapToLong(Line::numerator).sum());
        }
    }

    /** Numerator and denominator of one month of discharge at one facility. */
    public record Line(@Nullable YearMonth month, @Nullable String facility, long denominator, long numerator) {

        /** The share from 0 to 1, or null of nothing. */
        public @Nullable Double rate() {
            return denominator == 0 ? null : (double) numerator / denominator;
        }
    }

    /** One member of a denominator with its receipt: the positions of the events it was computed from. */
    public record Member(
            String member,
            String patient,
            String facility,
            LocalDate dischargeDate,
            boolean counts,
            @Nullable String because,
            List<Long> receipt) {}

    /** By month of discharge and facility, months inclusive; {@code today} is a day in the organisation's time zone. */
    Report findReport(Measure measure, YearMonth from, YearMonth to, LocalDate today) {
        long position = progress.position(Measures.NAME);
        List<Line> lines = db.sql(
                        "select to_char(discharge_date, 'YYYY-MM') as month, facility, count(*) as denominator,"
                                + " count(*) filter (where counts) as numerator from (" + measure.members()
                                + ") as members where discharge_date between :from and :to group by 1, 2 order by 1, 2")
                .param("today", today)
                .param("from", from.atDay(1))
                .param("to", to.atEndOfMonth())
                .query((row, n) -> new Line(
                        YearMonth.parse(row.getString("month")),
                        row.getString("facility"),
                        row.getLong("denominator"),
                        row.getLong("numerator")))
                .list();
        return new Report(measure.slug(), measure.version(), position, today, lines);
    }

    /** Every member of one line, or of a month at all facilities if none is named, in order of discharge. */
    List<Member> findMembers(Measure measure, YearMonth month, String facility, LocalDate today) {
        Sealed sealed = accesses.sealed();
        List<Member> members = sealed.in(db.sql("select * from (" + measure.members()
                        + ") as members where discharge_date between :from and :to"
                        + " and (:facility = '' or facility = :facility)"
                        + sealed.openSubject("members.member") + " order by discharge_date, member"))
                .param("today", today)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .param("facility", facility)
                .query(MeasureReports::member)
                .list();
        accesses.shows(members.stream().map(Member::patient).toList());
        return members;
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getString("member"),
                row.getString("patient_id"),
                row.getString("facility"),
                row.getObject("discharge_date", LocalDate.class),
                row.getBoolean("counts"),
                row.getString("because"),
                Receipts.of(row, "receipt"));
    }
}
