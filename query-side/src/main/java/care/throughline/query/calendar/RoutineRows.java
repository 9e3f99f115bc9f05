package care.throughline.query.calendar;

import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.appointment.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of standing weeks. */
final class RoutineRows {

    private static final String HOURS = """
            insert into hours as h (patient_id, times, position) values (:patient, :times, :position)
            on conflict (patient_id) do update set times = excluded.times, position = excluded.position
            where h.position < excluded.position
            """;

    private static final String COMMIT = """
            insert into commitment (commitment_id, patient_id, kind, times, since, until, note, position)
            values (:commitment, :patient, :kind, :times, :since, :until::date, :note, :position)
            on conflict (commitment_id) do nothing
            """;

    private static final String END = """
            update commitment set until = :until, position = :position
            where commitment_id = :commitment and position < :position
            """;

    private static final String REVIEW = """
            insert into review as r (patient_id, held_on, position) values (:patient, :on, :position)
            on conflict (patient_id) do update set held_on = excluded.held_on, position = excluded.position
            where r.position < excluded.position
            """;

    private final JdbcClient db;

    RoutineRows(JdbcClient db) {
        this.db = db;
    }

    void apply(RoutineEvent event, Told told) {
        told.with("patient", event.patient().value());
        switch (event) {
            case RoutineEvent.HoursTold e -> run(HOURS, told.with("times", text(e.hours())));
            case RoutineEvent.CommitmentMade e ->
                run(
                        COMMIT,
                        told.with("commitment", e.commitment().value())
                                .with("kind", e.kind().name())
                                .with("times", text(e.times()))
                                .with("since", e.since())
                                .with("until", e.until())
                                .with("note", e.note().value().orElse("")));
            case RoutineEvent.CommitmentEnded e ->
                run(END, told.with("commitment", e.commitment().value()).with("until", e.until()));
            case RoutineEvent.BarriersReviewed e -> run(REVIEW, told);
        }
    }

    private void run(String sql, Told told) {
        db.sql(sql).params(told.values()).update();
    }

    private static String[] text(List<WeeklyTime> times) {
        return times.stream()
                .map(time -> time.day() + " " + time.from() + " " + time.to())
                .toArray(String[]::new);
    }

    /** Reads what this wrote. */
    static WeeklyTime time(String text) {
        String[] parts = text.split(" ", -1);
        return new WeeklyTime(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }
}
