package care.throughline.query.erasure;

import care.throughline.events.erasure.RecordClass;
import care.throughline.query.Accesses;
import care.throughline.query.erasure.RetentionSchedule.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what the retention schedule says is due; costs what is older than the periods, not what is newer. */
@Component
class FindDue {

    /** Only who was registered before the period can have been silent for all of it. */
    private static final String SILENT = """
             from patients.record r join patients.person p using (patient_id)
            where r.registered_at < :before and p.erased_at is null and not p.merged
              and not exists (select from timeline.entry e join patients.person m using (patient_id)
                              where m.root_id = p.patient_id and e.happened_at >= :before)
            """;

    private static final String PERSONS = """
            select p.patient_id, p.name, coalesce(
                       (select max(e.happened_at) from timeline.entry e join patients.person m using (patient_id)
                        where m.root_id = p.patient_id), r.registered_at) as last_news
            """ + SILENT + " order by last_news, p.patient_id limit 50";

    private static final String MESSAGES =
            "select count(*) from intake_log.message where received_at < :before and not erased and waiting_since is null";

    private static final String ASIDE = "select count(*) from intake_log.message where waiting_since < :before";

    private static final String FILES = "select count(*) from erasure.file where certified_at < :before";

    private final JdbcClient db;
    private final RetentionSchedule schedule;
    private final Clock clock;
    private final ZoneId zone;
    private final Accesses accesses;

    FindDue(JdbcClient db, RetentionSchedule schedule, Clock clock, ZoneId zone, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
        this.schedule = schedule;
        this.clock = clock;
        this.zone = zone;
    }

    /** How much is due today. */
    Retention today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Retention.Line> lines = schedule.on(today).stream()
                .map(period -> line(period, today.minusMonths(period.months())))
                .toList();
        return new Retention(today, lines, runs());
    }

    /** The people whose period is over, the longest silent first, at most 50. */
    List<Retention.Person> persons() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Retention.Person> persons = schedule.on(today).stream()
                .filter(period -> period.recordClass() == RecordClass.PERSON)
                .flatMap(period -> persons(today.minusMonths(period.months())).stream())
                .toList();
        accesses.shows(persons.stream().map(Retention.Person::patient).toList());
        return persons;
    }

    private List<Retention.Run> runs() {
        return db.sql("select * from erasure.run order by proposed_at desc, run_id limit 50")
                .query((row, number) -> new Retention.Run(
                        row.getString("run_id"),
                        RecordClass.valueOf(row.getString("record_class")),
                        row.getObject("due_before", LocalDate.class),
                        row.getString("state"),
                        row.getString("proposed_by"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getInt("let_go"),
                        row.getObject("held", Integer.class)))
                .list();
    }

    private Retention.Line line(Period period, LocalDate before) {
        String sql = switch (period.recordClass()) {
            case PERSON -> "select count(*)" + SILENT;
            case MESSAGE -> MESSAGES;
            case MESSAGE_ASIDE -> ASIDE;
            case ERASURE_FILE -> FILES;
        };
        return new Retention.Line(period.recordClass(), period.months(), period.source(), before, count(sql, before));
    }

    private List<Retention.Person> persons(LocalDate before) {
        return db.sql(PERSONS)
                .param("before", start(before))
                .query((row, number) -> new Retention.Person(
                        row.getString("patient_id"),
                        row.getString("name"),
                        row.getObject("last_news", OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalDate()))
                .list();
    }

    private int count(String sql, LocalDate before) {
        return db.sql(sql).param("before", start(before)).query(Integer.class).single();
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
