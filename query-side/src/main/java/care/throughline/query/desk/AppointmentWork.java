package care.throughline.query.desk;

import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.calendar.Booking;
import care.throughline.query.calendar.Calendars;
import care.throughline.query.calendar.Duty;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is left to do about appointments, in the order of the worklist. */
@Component
class AppointmentWork {

    private static final String FROM = """
            from calendar.work w left join calendar.appointment a on a.appointment_id = w.appointment_id where
            """;

    private static final String AWAKE = " and (a.snoozed_until is null or a.snoozed_until <= :now)";

    private static final String NAMED = "select w.*, a.snoozed_until, a.snooze_reason, p.family, p.given "
            + FROM.replace(" where", " left join patients.person p on p.patient_id = w.person_id where");

    private static final String ORDER = " order by w.due_by, w.rank, w.since_on, w.item_id";
    private static final String AFTER = " and (w.due_by, w.rank, w.since_on, w.item_id) > (:due, :risk, :since, :item)";

    /** Nobody calls a family about the appointment of somebody who has died. */
    private static final String OPEN = """
             w.from_on <= :today and (w.until_on is null or w.until_on >= :today)
             and not exists (select from patients.person d where d.patient_id = w.person_id and d.deceased)
            """;

    private final JdbcClient db;
    private final Calendars calendars;
    private final Accesses accesses;

    AppointmentWork(JdbcClient db, Calendars calendars, Accesses accesses) {
        this.db = db;
        this.calendars = calendars;
        this.accesses = accesses;
    }

    /** The same queries on other tables: those of the past. */
    AppointmentWork over(JdbcClient tables) {
        return new AppointmentWork(tables, calendars.over(tables), accesses);
    }

    /** The first of them behind this place; at most {@code limit}. */
    List<Chore> find(FindWorklist query, int limit) {
        Place after = query.after();
        Sealed sealed = accesses.sealed();
        String page = NAMED + OPEN + where(query.filter()) + open(sealed) + (after == null ? "" : AFTER) + ORDER
                + " limit :limit";
        return chores(Viewpoint.of(db, sealed, query).page(page, after, limit));
    }

    /** One of them, empty if nothing is left to do. */
    Optional<Chore> show(String item, LocalDate today) {
        Sealed sealed = accesses.sealed();
        return chores(sealed.in(db.sql(NAMED + OPEN + " and w.item_id = :item" + open(sealed)))
                        .param("today", today)
                        .param("item", item))
                .stream()
                .findFirst();
    }

    /** How many the filter has, counted to {@link Worklists#COUNTED} and one more. */
    int count(Filter filter, String viewer, LocalDate today, Instant now) {
        Sealed sealed = accesses.sealed();
        return new Viewpoint(db, sealed, viewer, today, now)
                .count("select 1 " + FROM + OPEN + where(filter) + open(sealed));
    }

    /** The position of the latest change of any of them, 0 if there is none. */
    long latest() {
        return db.sql("select coalesce(max(position), 0) from calendar.work")
                .query(Long.class)
                .single();
    }

    private List<Chore> chores(JdbcClient.StatementSpec asked) {
        List<Chore> found = asked.query(AppointmentWork::chore).list();
        Map<String, Booking> bookings = calendars.all(
                found.stream().map(Chore::appointment).filter(Objects::nonNull).toList());
        List<Chore> whole = found.stream()
                .map(chore -> chore.about(bookings.get(String.valueOf(chore.appointment()))))
                .toList();
        return accesses.veiled(whole, Chore::records, Chore::veiled);
    }

    private static Chore chore(ResultSet row, int number) throws SQLException {
        return new Chore(
                new Place(
                        row.getObject("due_by", LocalDate.class),
                        row.getInt("rank"),
                        row.getObject("since_on", LocalDate.class),
                        row.getString("item_id")),
                Duty.Kind.valueOf(row.getString("kind")),
                row.getString("appointment_id"),
                row.getString("patient_id"),
                row.getString("person_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("coordinator"),
                Arrays.stream((String[]) row.getArray("tasks").getArray())
                        .map(Duty.Task::valueOf)
                        .toList(),
                null,
                Viewpoint.snooze(row),
                row.getString("rule_id"),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }

    private static String open(Sealed sealed) {
        return sealed.openSubject("coalesce(a.source_id, w.item_id)");
    }

    private static String where(Filter filter) {
        return switch (filter) {
            case MINE -> AWAKE + " and w.coordinator = :viewer";
            case ALL -> AWAKE;
            case UNASSIGNED -> AWAKE + " and w.coordinator = ''";
            case OVERDUE -> AWAKE + " and w.due_by < :today";
            case OFFERED -> " and w.offered_to = :viewer and w.offered_to <> ''";
            case SNOOZED -> " and a.snoozed_until > :now";
        };
    }
}
