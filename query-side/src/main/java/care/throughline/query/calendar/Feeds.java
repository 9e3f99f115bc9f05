package care.throughline.query.calendar;

import care.throughline.events.StaffId;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a subscribed calendar opens, and what it holds; the store knows it by the hash of its secret alone. */
@Component
public class Feeds {

    private static final int BEFORE = 14;
    private static final int AHEAD = 90;

    private final JdbcClient db;
    private final Accesses accesses;

    public Feeds(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** One that a member of staff has. */
    public record Feed(String feed, Instant openedAt) {}

    /** One appointment of it, without whose it is. */
    record Held(
            String appointment,
            String patient,
            String person,
            Instant startsAt,
            Instant endsAt,
            Stage stage,
            boolean confirmed,
            long position) {

        List<String> records() {
            return List.of(patient, person);
        }
    }

    /** Whose calendar the secret with this hash opens; empty if there is none, or it was revoked. */
    public static Optional<StaffId> owner(JdbcClient db, String hash) {
        return db.sql("select staff from calendar.feed where hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query((row, number) -> new StaffId(row.getString("staff")))
                .optional();
    }

    /** Those that this member of staff has, the last first. */
    List<Feed> of(String staff) {
        return db.sql("select feed_id, opened_at from calendar.feed where staff = :staff and revoked_at is null"
                        + " order by opened_at desc, feed_id")
                .param("staff", staff)
                .query((row, number) -> new Feed(
                        row.getString("feed_id"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * From two weeks ago to three months ahead; nobody whose chart is closed to the owner. What the law protects beyond the rest
     * does not leave the house by a subscription, whoever may see it here.
     */
    List<Held> held(StaffId staff, LocalDate today) {
        Sealed sealed = accesses.sealed();
        List<Held> found = sealed.in(db.sql("""
                        select a.appointment_id, a.patient_id, c.root_id, a.starts_at, a.ends_at, a.stage,
                               a.confirmed_for is not distinct from a.starts_at as confirmed, a.position
                        from calendar.appointment a join calendar.person c on c.patient_id = a.patient_id
                        where c.coordinator = :staff and a.starts_on between :from and :until
                          and not exists (select from segments.subject s where s.id in (a.source_id, a.appointment_id)) %s
                        order by a.starts_at, a.appointment_id
                        """.formatted(sealed.openSubject("a.source_id"))))
                .param("staff", staff.value())
                .param("from", today.minusDays(BEFORE))
                .param("until", today.plusDays(AHEAD))
                .query((row, number) -> new Held(
                        row.getString("appointment_id"),
                        row.getString("patient_id"),
                        row.getString("root_id"),
                        Weeks.known(Weeks.instant(row, "starts_at")),
                        Weeks.known(Weeks.instant(row, "ends_at")),
                        Stage.valueOf(row.getString("stage")),
                        row.getBoolean("confirmed"),
                        row.getLong("position")))
                .list();
        Set<String> closed = accesses.closedAmong(
                found.stream().flatMap(one -> one.records().stream()).toList());
        List<Held> shown = found.stream()
                .filter(one -> one.records().stream().noneMatch(closed::contains))
                .toList();
        accesses.shows(shown.stream().flatMap(one -> one.records().stream()).toList());
        return shown;
    }
}
