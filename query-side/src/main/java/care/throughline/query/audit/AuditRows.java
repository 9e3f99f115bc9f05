package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.TypedId;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How the audit's tables are written: for many events one look at whom their subjects concern, and one statement per table. */
final class AuditRows {

    private static final String EVENTS = """
            insert into event
            select position, "eventId", name, capability, stream, patient, actor, role, purpose, source, "occurredAt",
                   "recordedAt", correlation, causation
            from json_to_recordset(cast(:rows as json)) as told (
                position bigint, "eventId" text, name text, capability text, stream text, patient text, actor text,
                role text, purpose text, source text, "occurredAt" timestamptz, "recordedAt" timestamptz,
                correlation text, causation text)
            on conflict (position) do nothing
            """;

    private static final String CONCERNS = """
            insert into concern
            select unnest(people), name, position, "occurredAt"
            from json_to_recordset(cast(:rows as json)) as told (
                people text[], name text, position bigint, "occurredAt" timestamptz)
            on conflict do nothing
            """;

    private static final String TIES = """
            insert into tie
            select one, other, position
            from json_to_recordset(cast(:rows as json)) as told (people text[], position bigint)
                cross join unnest(people) one cross join unnest(people) other
            where one <> other
            on conflict do nothing
            """;

    private static final String CHARGES = """
            insert into charge
            select staff, patient, position
            from json_to_recordset(cast(:rows as json)) as told (staff text, patient text, position bigint)
            on conflict do nothing
            """;

    private static final String SPANS = """
            insert into span
            select transition, position, patient, facility, "windowEnd"
            from json_to_recordset(cast(:rows as json)) as told (
                transition text, position bigint, patient text, facility text, "windowEnd" date)
            on conflict do nothing
            """;

    private static final String LOOPS_BEGUN = """
            insert into loop (referral, position, patient_id)
            select referral, position, patient
            from json_to_recordset(cast(:rows as json)) as told (referral text, position bigint, patient text)
            on conflict do nothing
            """;

    private static final String LOOPS_ENDED = """
            update loop set ended_position = told.position, ended_at = told.at
            from json_to_recordset(cast(:rows as json)) as told (referral text, position bigint, at timestamptz)
            where loop.referral = told.referral
            """;

    /** That a death ended it stays on the desk until somebody has read it. */
    private static final String LOOPS_READ = """
            update loop set read_position = told.position
            from json_to_recordset(cast(:rows as json)) as told (referral text, position bigint)
            where loop.referral = told.referral
            """;

    private static final String SUBJECTS = """
            insert into subject select * from unnest(:subjects, :people) on conflict do nothing
            """;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.shared();

    AuditRows(JdbcClient db) {
        this.db = db;
    }

    /** An event as it comes. */
    record Told(DomainEvent event, Envelope envelope) {}

    void write(List<Told> told) {
        Subjects subjects = subjectsOf(told);
        List<AuditRow> rows = told.stream()
                .map(one -> AuditRow.of(one.event(), one.envelope(), subjects.concerned(one.event())))
                .toList();
        remember(subjects);
        insert(EVENTS, rows);
        insert(CONCERNS, rows.stream().filter(row -> !row.people().isEmpty()).toList());
        insert(TIES, rows.stream().filter(AuditRow::ties).toList());
        insert(CHARGES, told.stream().flatMap(one -> charge(one).stream()).toList());
        insert(SPANS, told.stream().flatMap(one -> span(one).stream()).toList());
        insert(
                LOOPS_BEGUN,
                told.stream().flatMap(one -> loopBegun(one).stream()).toList());
        insert(LOOPS_ENDED, loopsEnded(told));
        insert(LOOPS_READ, loopsRead(told));
    }

    private void insert(String sql, List<?> rows) {
        if (!rows.isEmpty()) {
            db.sql(sql).param("rows", json.writeValueAsString(rows)).update();
        }
    }

    private Subjects subjectsOf(List<Told> told) {
        String[] subjects = told.stream()
                .flatMap(one -> Concerns.subject(one.event()).stream())
                .distinct()
                .toArray(String[]::new);
        Map<String, Collection<PatientId>> known = new HashMap<>();
        if (subjects.length > 0) {
            db.sql("select subject, patient_id from subject where subject = any(:subjects)")
                    .param("subjects", subjects)
                    .query(row -> {
                        known.computeIfAbsent(row.getString("subject"), subject -> new ArrayList<>())
                                .add(new PatientId(row.getString("patient_id")));
                    });
        }
        return new Subjects(known);
    }

    private void remember(Subjects subjects) {
        List<Subjects.Concerned> fresh = subjects.fresh();
        if (!fresh.isEmpty()) {
            db.sql(SUBJECTS)
                    .param(
                            "subjects",
                            fresh.stream().map(Subjects.Concerned::subject).toArray(String[]::new))
                    .param(
                            "people",
                            fresh.stream().map(one -> one.patient().value()).toArray(String[]::new))
                    .update();
        }
    }

    private static Optional<Map<String, Object>> charge(Told told) {
        return told.event() instanceof CareTeamEvent event
                ? Concerns.charged(event)
                        .map(staff -> Map.of(
                                "staff",
                                staff.value(),
                                "patient",
                                event.patient().value(),
                                "position",
                                told.envelope().position()))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> span(Told told) {
        return told.event() instanceof TransitionEvent event
                ? Concerns.run(event)
                        .map(run -> Map.of(
                                "transition",
                                event.transition().value(),
                                "position",
                                told.envelope().position(),
                                "patient",
                                run.discharge().patient().value(),
                                "facility",
                                run.discharge().facility().value(),
                                "windowEnd",
                                run.clocks().windowEnd().toString()))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> loopBegun(Told told) {
        return switch (told.event()) {
            case ReferralEvent.Drafted drafted ->
                Optional.of(loop(drafted.referral(), told.envelope().position(), drafted.patient()));
            case AuthorizationEvent.Requested asked ->
                Optional.of(loop(asked.authorization(), told.envelope().position(), asked.patient()));
            case DomainEvent ignored -> Optional.empty();
        };
    }

    private static Map<String, Object> loop(TypedId id, long position, PatientId patient) {
        return Map.of("referral", id.value(), "position", position, "patient", patient.value());
    }

    /** Of several ends of one thing the last. */
    private static List<Map<String, Object>> loopsEnded(List<Told> told) {
        Map<String, Map<String, Object>> ended = new TreeMap<>();
        for (Told one : told) {
            over(one.event()).ifPresent(id -> {
                Map<String, Object> end = Map.of(
                        "referral",
                        id.value(),
                        "position",
                        one.envelope().position(),
                        "at",
                        one.event().occurredAt().toString());
                ended.put(id.value(), end);
            });
        }
        return List.copyOf(ended.values());
    }

    /** Of several the last; what nobody has read yet is read at the end of time. */
    private static List<Map<String, Object>> loopsRead(List<Told> told) {
        Map<String, Map<String, Object>> read = new TreeMap<>();
        for (Told one : told) {
            switch (one.event()) {
                case ReferralEvent.EndedByDeath ended ->
                    read.put(
                            ended.referral().value(),
                            Map.of("referral", ended.referral().value(), "position", Long.MAX_VALUE));
                case ReferralEvent.EndAcknowledged done ->
                    read.put(
                            done.referral().value(),
                            Map.of(
                                    "referral",
                                    done.referral().value(),
                                    "position",
                                    one.envelope().position()));
                case DomainEvent ignored -> {}
            }
        }
        return List.copyOf(read.values());
    }

    /** What nothing comes after: a denial that was left to stand can still be appealed. */
    private static Optional<TypedId> over(DomainEvent event) {
        return switch (event) {
            case ReferralEvent.Cancelled cancelled -> Optional.of(cancelled.referral());
            case ReferralEvent.Closed closed -> Optional.of(closed.referral());
            case AuthorizationEvent.Expired expired -> Optional.of(expired.authorization());
            case AuthorizationEvent.Withdrawn withdrawn -> Optional.of(withdrawn.authorization());
            case DomainEvent ignored -> Optional.empty();
        };
    }
}
