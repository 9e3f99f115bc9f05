package care.throughline.query.loops;

import care.throughline.query.Accesses;
import care.throughline.query.Progress;
import care.throughline.query.Sealed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes how many appointments were missed of those of which it was told what came of them, and lists them. */
@Component
public class NoShows {

    static final String VERSION = "appointment-missed/1";

    private final JdbcClient db;
    private final Progress progress;
    private final Accesses accesses;

    NoShows(JdbcClient db, Progress progress, Accesses accesses) {
        this.db = db;
        this.progress = progress;
        this.accesses = accesses;
    }

    /** By what they are told apart. */
    public enum Group {
        PERFORMER("Performer", "coalesce(o.performer_id, '')", "d.name"),
        /** Where it is, or which discharge it follows up. */
        FACILITY("Facility", "coalesce(o.facility, '')", "null::text"),
        MONTH("Month", "to_char(o.starts_on, 'YYYY-MM')", "null::text");

        private final String label;
        private final String key;
        private final String name;

        Group(String label, String key, String name) {
            this.label = label;
            this.key = key;
            this.name = name;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One line.
     *
     * @param name what the performer is called; null for others
     * @param told of how many appointments it was told what came of them
     * @param missed those of them to which nobody came
     */
    public record Line(String group, @Nullable String name, long told, long missed) {

        /** The share from 0 to 1 that was missed, or null of nothing. */
        public @Nullable Double rate() {
            return told == 0 ? null : (double) missed / told;
        }
    }

    /** The numbers of some months, with the version of their definition and the position they were computed from. */
    public record Report(String definition, long position, Months months, Group by, List<Line> lines) {

        /** All lines together. */
        public Line total() {
            return new Line(
                    "",
                    null,
                    lines.stream().mapToLong(Line::told).sum(),
                    lines.stream().mapToLong(Line::missed).sum());
        }
    }

    /**
     * One appointment behind a number.
     *
     * @param receipt the positions of the events it was computed from
     */
    public record Member(String appointment, String patient, LocalDate on, boolean missed, List<Long> receipt) {

        List<String> records() {
            return List.of(patient);
        }

        /** The same, without which appointment it is. */
        Member veiled() {
            return new Member("", "", on, missed, receipt);
        }
    }

    /** Appointments that were on a day of these months. */
    Report report(Months months, Group by) {
        long position = progress.position("calendar");
        List<Line> lines = db.sql("""
                        select %s as grp, %s as name, count(*) as told, count(*) filter (where o.missed) as missed
                        from calendar.outcome o left join directory.performer d on d.performer_id = o.performer_id
                        where o.starts_on between :since and :until group by 1, 2 order by 2 nulls first, 1
                        """.formatted(by.key, by.name))
                .param("since", months.first())
                .param("until", months.last())
                .query((row, number) -> new Line(
                        row.getString("grp"), row.getString("name"), row.getLong("told"), row.getLong("missed")))
                .list();
        return new Report(VERSION, position, months, by, lines);
    }

    /** The appointments behind one line of it. */
    List<Member> members(String group, Months months, Group by) {
        Sealed sealed = accesses.sealed();
        List<Member> found = sealed.in(db.sql("""
                        select o.appointment_id, o.patient_id, o.starts_on, o.missed, o.receipt
                        from calendar.outcome o join calendar.appointment a on a.appointment_id = o.appointment_id
                        where o.starts_on between :since and :until and %s = :group %s
                        order by o.starts_on, o.appointment_id
                        """.formatted(by.key, sealed.openSubject("a.source_id"))))
                .param("since", months.first())
                .param("until", months.last())
                .param("group", group)
                .query((row, number) -> new Member(
                        row.getString("appointment_id"),
                        row.getString("patient_id"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getBoolean("missed"),
                        Arrays.asList((Long[]) row.getArray("receipt").getArray())))
                .list();
        return accesses.veiled(found, Member::records, Member::veiled);
    }
}
