package care.throughline.query.calendar;

import care.throughline.events.appointment.Clash;
import care.throughline.query.calendar.AppointmentRules.Rule;
import care.throughline.query.calendar.Duty.Miss;
import care.throughline.query.calendar.Week.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out anew, after any change to either side, what of a person's calendar does not fit and what is left to do. */
final class Settling {

    private static final String ROOT = "select root_id from person where patient_id = :patient";

    private static final String RECORDS = "(select patient_id from person where root_id = :root)";

    private static final String ACCEPTED = """
            select reason from accepted where appointment_id = :appointment and kind = :kind and with_id = :with
              and starts_at = :starts and other_starts_at is not distinct from :other::timestamptz
            order by position desc limit 1
            """;

    private static final String CONFLICT = """
            insert into conflict (appointment_id, kind, with_id, starts_at, other_starts_at, hard, accepted)
            values (:appointment, :kind, :with, :starts, :other::timestamptz, :hard, :accepted::text)
            """;

    private static final String CLASHING = """
            select distinct c.appointment_id from conflict c join appointment a on a.appointment_id = c.appointment_id
            where c.hard and c.accepted is null and a.patient_id in %s
            """.formatted(RECORDS);

    /** What was put aside comes back when it does not fit any more. */
    private static final String WAKE = """
            update appointment set snoozed_until = null, snooze_reason = null
            where appointment_id = :appointment and snoozed_until is not null
            """;

    private static final String MISSES = """
            select starts_on, told_on, o.position from outcome o
            where missed and patient_id in %s and o.position > coalesce(
                (select max(r.position) from review r where r.patient_id in %s), -1)
            """.formatted(RECORDS, RECORDS);

    private static final String WORK = """
            insert into work (item_id, kind, appointment_id, patient_id, person_id, coordinator, offered_to, from_on, until_on,
                due_by, rank, since_on, tasks, rule_id, rule_version, position, receipt)
            select :item, :kind, :appointment::text, :patient, p.root_id, p.coordinator, p.offered_to, :from, :until::date,
                :due, :rank, :since, :tasks, :rule, :version, :position, :receipt
            from person p where p.patient_id = :patient
            """;

    /** In the worklist a conflict stands beside a high LACE score, the rest beside a low. */
    private static final int URGENT = 9;

    private static final int USUAL = 15;

    private final JdbcClient db;
    private final AppointmentRules rules;
    private final ZoneId zone;

    Settling(JdbcClient db, AppointmentRules rules, ZoneId zone) {
        this.db = db;
        this.rules = rules;
        this.zone = zone;
    }

    void settle(String patient, LocalDate told) {
        String root = db.sql(ROOT)
                .param("patient", patient)
                .query(String.class)
                .optional()
                .orElse(patient);
        Set<String> clashing = Set.copyOf(
                db.sql(CLASHING).param("root", root).query(String.class).list());
        clear(root);
        Rule rule = rules.on(told);
        Week week = new Weeks(db, zone).of(root, Duration.ofMinutes(rule.travelMinutes()));
        Map<String, List<Conflict>> conflicts = week.conflicts().stream()
                .collect(Collectors.groupingBy(conflict -> conflict.slot().appointment()));
        Stream.concat(
                        week.slots().stream()
                                .flatMap(slot -> Duty.of(
                                        slot,
                                        clash(conflicts.getOrDefault(slot.appointment(), List.of())),
                                        rules.on(slot.startsOn()))),
                        review(root, rule).stream())
                .forEach(this::write);
        db.sql(CLASHING).param("root", root).query(String.class).list().stream()
                .filter(appointment -> !clashing.contains(appointment))
                .forEach(appointment ->
                        db.sql(WAKE).param("appointment", appointment).update());
    }

    private void clear(String root) {
        db.sql("delete from work where patient_id in " + RECORDS
                        + " or appointment_id in (select appointment_id from appointment where patient_id in " + RECORDS
                        + ")")
                .param("root", root)
                .update();
        db.sql("delete from conflict c using appointment a where a.appointment_id = c.appointment_id"
                        + " and a.patient_id in " + RECORDS)
                .param("root", root)
                .update();
    }

    /** Writes them down.
     *
     * @return true if somebody has to decide on one
     */
    private boolean clash(List<Conflict> conflicts) {
        boolean open = false;
        for (Conflict conflict : conflicts) {
            Clash clash = conflict.clash();
            Map<String, @Nullable Object> values = values(conflict);
            Optional<String> reason =
                    db.sql(ACCEPTED).params(values).query(String.class).optional();
            values.put("hard", clash.kind().isHard());
            values.put("accepted", reason.orElse(null));
            db.sql(CONFLICT).params(values).update();
            open |= clash.kind().isHard() && reason.isEmpty();
        }
        return open;
    }

    private Optional<Duty> review(String root, Rule rule) {
        List<Miss> missed = db.sql(MISSES)
                .param("root", root)
                .query((row, number) -> new Miss(
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("told_on", LocalDate.class),
                        row.getLong("position")))
                .list();
        return Duty.review(root, missed, rule);
    }

    private void write(Duty duty) {
        db.sql(WORK)
                .param("item", duty.item())
                .param("kind", duty.kind().name())
                .param("appointment", duty.appointment())
                .param("patient", duty.patient())
                .param("from", duty.from())
                .param("until", duty.until())
                .param("due", duty.due())
                .param("rank", duty.tasks().contains(Duty.Task.CONFLICT) ? URGENT : USUAL)
                .param("since", duty.since())
                .param("tasks", duty.tasks().stream().map(Enum::name).toArray(String[]::new))
                .param("rule", duty.rule().id())
                .param("version", duty.rule().version())
                .param("position", duty.position())
                .param("receipt", duty.receipt().toArray(Long[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> values(Conflict conflict) {
        Clash clash = conflict.clash();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("appointment", conflict.slot().appointment());
        values.put("kind", clash.kind().name());
        values.put("with", Objects.requireNonNullElse(clash.with(), ""));
        values.put("starts", utc(clash.startsAt()));
        values.put("other", utc(clash.otherStartsAt()));
        return values;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
