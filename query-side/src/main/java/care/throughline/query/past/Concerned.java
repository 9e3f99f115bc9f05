package care.throughline.query.past;

import care.throughline.events.AuthorizationId;
import care.throughline.events.ReferralId;
import care.throughline.query.Sealed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the events that a view of the past is made of: ranges of indexes, as long as what they find. */
@Component
class Concerned {

    /** More than this many events are not applied again while somebody waits. */
    static final int MOST = 60_000;

    /** Everybody who was ever connected with these, by what was known; a little more than needed changes nothing. */
    private static final String PERSON = """
            person (patient_id) as (
                select unnest(:people::text[])
                union
                select t.other_id from person p join audit.tie t on t.patient_id = p.patient_id
                where t.position <= :position
            )
            """;

    private static final String RECORDS = "with recursive " + PERSON + "select patient_id from person";

    static final String EVENTS = "with recursive " + PERSON + """
            select distinct c.position from person p join audit.concern c on c.patient_id = p.patient_id
            where c.name = any(:names) and c.position <= :position and c.occurred_at <= :horizon
              and not exists (select from audit.concern e
                              where e.patient_id = c.patient_id and e.name = 'erasure.PatientErased')
            order by c.position limit :most
            """;

    private static final String TRANSITIONS = """
            select distinct patient_id from audit.span
            where window_end >= :since and position <= :position and (:facility = '' or facility = :facility)
            """;

    /** One day more, because the store's days are not the organisation's. */
    private static final String LOOPS = """
            select distinct patient_id from audit.loop
            where position <= :position
              and (ended_position > :position or read_position > :position or ended_at >= cast(:since as date) - 1)
              and :facility = '' and starts_with(referral, '%s')
            """;

    /** Whoever has a calendar at all: what is left to do about it has no end of its own. */
    private static final String APPOINTMENTS = """
            select distinct patient_id from audit.concern
            where (name like 'appointment.%' or name in ('referral.Scheduled', 'transition.VisitBooked'))
              and position <= :position and :facility = '' and cast(:since as date) is not null
            """;

    private static final String CHARGED = """
            with recursive charged (patient_id) as (
                select patient_id from audit.charge where staff = :staff and position <= :position
                union
                select t.other_id from charged c join audit.tie t on t.patient_id = c.patient_id
                where t.position <= :position
            )
            """;

    private static final String OF_STAFF = " and patient_id in (select patient_id from charged)";

    private final JdbcClient db;

    Concerned(JdbcClient db) {
        this.db = db;
    }

    /** The positions, ascending, of the events of these names about these people as they were connected then; none about
     * people who were erased since: nobody looks behind that.
     *
     * @throws ResponseStatusException 422 if they are too many
     */
    List<Long> events(Collection<String> people, Then then, List<String> names) {
        List<Long> positions = db.sql(EVENTS)
                .param("people", people.toArray(String[]::new))
                .param("position", then.position())
                .param("horizon", then.horizon())
                .param("names", names.toArray(String[]::new))
                .param("most", MOST + 1)
                .query(Long.class)
                .list();
        if (positions.size() > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "More than " + MOST + " events lie behind this view. Choose a coordinator or a facility.");
        }
        return positions;
    }

    /** These records and all that were ever connected with them up to the position. */
    List<String> records(Collection<String> people, long position) {
        return db.sql(RECORDS)
                .param("people", people.toArray(String[]::new))
                .param("position", position)
                .query(String.class)
                .list();
    }

    /** Whose work of this kind went on until this day or longer.
     *
     * @param staff only of people whom this account was ever accountable for or asked to be, empty for everybody's
     * @param facility only after discharges from there, empty for all
     */
    List<String> working(Recipe.Work work, String staff, String facility, LocalDate since, Then then) {
        String all = switch (work) {
            case TRANSITIONS -> TRANSITIONS;
            case REFERRALS -> LOOPS.formatted(ReferralId.PREFIX);
            case AUTHORIZATIONS -> LOOPS.formatted(AuthorizationId.PREFIX);
            case APPOINTMENTS -> APPOINTMENTS;
        };
        return db.sql(staff.isEmpty() ? all : CHARGED + all + OF_STAFF)
                .param("staff", staff)
                .param("facility", facility)
                .param("since", since)
                .param("position", then.position())
                .query(String.class)
                .list();
    }

    /** The last position before this one that concerns these records. */
    Optional<Long> before(List<String> records, long position) {
        return next(
                "select max(position) from audit.concern where patient_id = any(:people) and position < :position",
                records,
                position);
    }

    /** The first position after this one that concerns these records. */
    Optional<Long> after(List<String> records, long position) {
        return next(
                "select min(position) from audit.concern where patient_id = any(:people) and position > :position",
                records,
                position);
    }

    private Optional<Long> next(String sql, List<String> records, long position) {
        return db
                .sql(sql)
                .param("people", records.toArray(String[]::new))
                .param("position", position)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The facilities whose discharges opened transitions. */
    List<String> facilities(Sealed sealed) {
        return sealed.in(db.sql("select distinct facility from audit.span where true"
                        + sealed.openSubject("span.transition") + " order by facility"))
                .query(String.class)
                .list();
    }
}
