package care.throughline.query.calendar;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of appointments; each statement is harmless when it is run again. */
final class AppointmentRows {

    /** Whatever happens brings back what was put aside. */
    private static final String AWAKE = "snoozed_until = null, snooze_reason = null, ";

    /** What was arranged for one time is needed anew for another; what was set at a time keeps its turn while that stands. */
    private static final String ANEW = """
            confirmed_for = a.confirmed_for,
            interpreter = case when a.interpreter = 'ARRANGED' and a.starts_at <> :starts then 'NEEDED' else a.interpreter end,
            ride = case when a.ride = 'ARRANGED' and a.starts_at <> :starts then 'NEEDED' else a.ride end,
            telehealth = case when a.telehealth = 'ARRANGED' and a.starts_at <> :starts then 'NEEDED' else a.telehealth end,
            set_at = case when a.starts_at = :starts and a.stage = 'BOOKED' then a.set_at else :position end,
            known_on = case when a.starts_at = :starts and a.stage = 'BOOKED' then a.known_on else :on end,
            starts_at = :starts, ends_at = :ends, starts_on = :day, stage = 'BOOKED', told_on = null,
            snoozed_until = null, snooze_reason = null,
            position = :position, receipt = a.receipt || :position::bigint
            """;

    /** The first word on it, or the next time of one that a referral or a transition has. */
    private static final String BOOK = """
            insert into appointment as a (appointment_id, source_id, patient_id, purpose, mode, specialty, performer_id, facility,
                with_words, starts_at, ends_at, starts_on, stage, set_at, known_on, position, receipt)
            values (:appointment, :source, :patient, :purpose, :mode, :specialty::text, :performer::text, :facility::text,
                :with, :starts, :ends, :day, 'BOOKED', :position, :on, :position, array[:position::bigint])
            on conflict (appointment_id) do update set purpose = excluded.purpose, mode = excluded.mode,
                patient_id = excluded.patient_id, performer_id = excluded.performer_id, facility = excluded.facility,
                with_words = excluded.with_words, %s
            where a.position < :position
            """.formatted(ANEW);

    private static final String MOVE =
            "update appointment a set " + ANEW + " where a.appointment_id = :appointment and a.position < :position";

    private static final String OUTCOME = """
            insert into outcome as o (appointment_id, starts_at, starts_on, patient_id, performer_id, facility, missed, told_on,
                position, receipt)
            select appointment_id, starts_at, starts_on, patient_id, performer_id, facility, :missed, :on, :position, receipt
            from appointment where appointment_id = :appointment and position = :position
            on conflict (appointment_id, starts_at) do update
                set missed = excluded.missed, told_on = excluded.told_on, position = excluded.position,
                    receipt = excluded.receipt
            """;

    private static final String OF_WHOM = "select patient_id from appointment where appointment_id = :appointment";

    private final JdbcClient db;

    AppointmentRows(JdbcClient db) {
        this.db = db;
    }

    void book(Told told) {
        run(BOOK, told);
    }

    void move(Told told) {
        run(MOVE, told);
    }

    /** Sets columns of one appointment; what is told of one that nobody knows changes no row. */
    void change(String assignments, Told told) {
        set(AWAKE + assignments, told);
    }

    void snooze(Told told) {
        set("snoozed_until = :until, snooze_reason = :reason", told);
    }

    private void set(String assignments, Told told) {
        run(
                "update appointment set " + assignments
                        + ", position = :position, receipt = receipt || :position::bigint"
                        + " where appointment_id = :appointment and position < :position",
                told);
    }

    /** The patient came, or did not, at the time at which it stands. */
    void end(Stage stage, Told told) {
        change("stage = '" + stage + "', told_on = :on", told);
        run(OUTCOME, told.with("missed", stage == Stage.MISSED));
    }

    /** The same, only if it still stands: who comes without an appointment has kept none. */
    void endIfBooked(Stage stage, Told told) {
        boolean booked = db.sql("select stage from appointment where appointment_id = :appointment")
                .params(told.values())
                .query(String.class)
                .optional()
                .filter(Stage.BOOKED.name()::equals)
                .isPresent();
        if (booked) {
            end(stage, told);
        }
    }

    /** Leaves one stage for another; nothing if it is in a third. */
    void leave(Stage from, Stage to, Told told) {
        change("stage = case when stage = '%s' then '%s' else stage end".formatted(from, to), told);
    }

    /** Of whom it is, if it is known. */
    Optional<String> patient(Told told) {
        return db.sql(OF_WHOM).params(told.values()).query(String.class).optional();
    }

    void run(String sql, Told told) {
        db.sql(sql).params(told.values()).update();
    }
}
