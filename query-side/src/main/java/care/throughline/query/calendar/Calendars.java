package care.throughline.query.calendar;

import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.calendar.Booking.Conflict;
import care.throughline.query.calendar.FindAppointments.Show;
import care.throughline.query.calendar.Standing.Commitment;
import care.throughline.query.calendar.Standing.Review;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads calendars with the names of patients and performers as they are called today. */
@Component
public class Calendars {

    private static final int MOST = 500;

    private static final String NAMED = """
            select a.*, c.root_id as person_id, c.coordinator, p.family, p.given, p.language, p.deceased, d.name as performer_name
            from calendar.appointment a
            join calendar.person c on c.patient_id = a.patient_id
            left join patients.person p on p.patient_id = a.patient_id
            left join directory.performer d on d.performer_id = a.performer_id
            where %s %s
            order by a.starts_at, a.appointment_id limit %d
            """;

    private static final String SPAN = """
            a.starts_on >= :from and a.starts_on < :until and (:coordinator = '' or c.coordinator = :coordinator) and
            """;

    private static final String COMMITMENTS = """
            select m.* from calendar.commitment m join calendar.person c on c.patient_id = m.patient_id
            where c.root_id = :root order by m.until nulls first, m.since, m.commitment_id
            """;

    private static final String HOURS = """
            select h.times from calendar.hours h join calendar.person c on c.patient_id = h.patient_id
            where c.root_id = :root order by h.position desc limit 1
            """;

    private final JdbcClient db;
    private final Accesses accesses;
    private final ZoneId zone;

    public Calendars(JdbcClient db, Accesses accesses, ZoneId zone) {
        this.db = db;
        this.accesses = accesses;
        this.zone = zone;
    }

    /** The same queries on other tables: those of the past. */
    public Calendars over(JdbcClient tables) {
        return new Calendars(tables, accesses, zone);
    }

    /** The appointments of some days, the first first. */
    public List<Booking> find(FindAppointments query) {
        Sealed sealed = accesses.sealed();
        return shown(
                sealed.in(db.sql(NAMED.formatted(SPAN + where(query.show()), open(sealed), MOST)))
                        .param("from", query.from())
                        .param("until", query.until())
                        .param("coordinator", query.coordinator()),
                sealed);
    }

    /** All appointments of the person that this record stands for. */
    public List<Booking> ofPerson(PatientId root) {
        accesses.shows(List.of(root.value()));
        Sealed sealed = accesses.sealed(List.of(root.value()));
        return shown(
                sealed.in(db.sql(NAMED.formatted("c.root_id = :root", open(sealed), MOST)))
                        .param("root", root.value()),
                sealed);
    }

    public Optional<Booking> show(AppointmentId appointment) {
        return Optional.ofNullable(all(List.of(appointment.value())).get(appointment.value()));
    }

    /** These appointments by their ids, as far as there are such and the viewer may know of them. */
    public Map<String, Booking> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Sealed sealed = accesses.sealed();
        return shown(
                        sealed.in(db.sql(NAMED.formatted("a.appointment_id = any(:ids)", open(sealed), MOST)))
                                .param("ids", ids.toArray(String[]::new)),
                        sealed)
                .stream()
                .collect(Collectors.toMap(Booking::appointment, booking -> booking));
    }

    /** How many appointments stand how; it shows nobody. */
    public Map<Stage, Long> countByStage() {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        db.sql("select stage, count(*) as appointments from calendar.appointment group by stage")
                .query((row, number) -> counts.put(Stage.valueOf(row.getString("stage")), row.getLong("appointments")))
                .list();
        return counts;
    }

    /** The standing week of the person that this record stands for. */
    public Standing standing(PatientId root) {
        accesses.shows(List.of(root.value()));
        return new Standing(
                db.sql(COMMITMENTS)
                        .param("root", root.value())
                        .query((row, number) -> new Commitment(
                                row.getString("commitment_id"),
                                row.getString("patient_id"),
                                CommitmentKind.valueOf(row.getString("kind")),
                                Weeks.times(row.getArray("times")),
                                Weeks.known(row.getObject("since", LocalDate.class)),
                                row.getObject("until", LocalDate.class),
                                row.getString("note")))
                        .list(),
                db
                        .sql(HOURS)
                        .param("root", root.value())
                        .query((row, number) -> Weeks.times(row.getArray("times")))
                        .list()
                        .stream()
                        .findFirst()
                        .orElse(List.of()),
                review(root).orElse(null));
    }

    private Optional<Review> review(PatientId root) {
        return db.sql("select due_by, receipt, rule_id from calendar.work where person_id = :root and kind = 'REVIEW'")
                .param("root", root.value())
                .query((row, number) -> new Review(
                        Weeks.known(row.getObject("due_by", LocalDate.class)),
                        Arrays.asList((Long[]) row.getArray("receipt").getArray()),
                        row.getString("rule_id")))
                .optional();
    }

    private List<Booking> shown(StatementSpec asked, Sealed sealed) {
        List<Booking> found = asked.query(BookingRow::booking).list();
        Map<String, List<Conflict>> conflicts = conflicts(found, sealed);
        List<Booking> whole = found.stream()
                .map(one -> one.clashing(conflicts.getOrDefault(one.appointment(), List.of())))
                .toList();
        return accesses.veiled(whole, Booking::records, Booking::veiled);
    }

    /** What does not fit, told of both sides; never with an appointment that the viewer may not know of. */
    private Map<String, List<Conflict>> conflicts(List<Booking> found, Sealed sealed) {
        if (found.isEmpty()) {
            return Map.of();
        }
        String visible = sealed.openSubject("coalesce(o.source_id, k.with_id)");
        List<Conflict> all = sealed.in(db.sql("""
                        select k.*, m.kind as commitment_kind, m.note, o.purpose as other_purpose
                        from calendar.conflict k
                        left join calendar.commitment m on m.commitment_id = k.with_id
                        left join calendar.appointment o on o.appointment_id = k.with_id
                        where (k.appointment_id = any(:ids) or k.with_id = any(:ids)) %s
                        order by k.hard desc, k.kind, k.with_id
                        """.formatted(visible)))
                .param("ids", found.stream().map(Booking::appointment).toArray(String[]::new))
                .query((row, number) -> BookingRow.conflict(row, zone))
                .list();
        return found.stream()
                .collect(Collectors.toMap(
                        Booking::appointment,
                        one -> all.stream()
                                .filter(conflict -> one.appointment().equals(conflict.appointment())
                                        || one.appointment().equals(conflict.with()))
                                .toList()));
    }

    private static String open(Sealed sealed) {
        return sealed.openSubject("a.source_id");
    }

    private static String where(Show show) {
        return switch (show) {
            case ALL -> " true ";
            case UNCONFIRMED -> " a.stage = 'BOOKED' and a.confirmed_for is distinct from a.starts_at ";
            case UNREADY -> """
                     a.stage = 'BOOKED' and (a.interpreter in ('NEEDED', 'ASKED') or a.ride in ('NEEDED', 'ASKED')
                     or a.telehealth in ('NEEDED', 'ASKED') or (a.mode = 'VIDEO' and a.telehealth is null)
                     or (a.interpreter is null and p.language <> 'en'))
                    """;
            case CONFLICTS -> """
                     exists (select from calendar.conflict k
                             where k.appointment_id = a.appointment_id or k.with_id = a.appointment_id)
                    """;
            case MISSED -> " a.stage = 'MISSED' ";
        };
    }
}
