package care.throughline.query.timeline;

import care.throughline.events.PatientId;
import care.throughline.query.Accesses;
import care.throughline.query.Names;
import care.throughline.query.Sealed;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Moments.Order;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the timelines of people; all records of a person are one timeline, as merges stand now. */
@Component
public class Timelines {

    /** No event is later. */
    public static final OffsetDateTime FOR_EVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String OF_PERSON = """
            * from timeline.entry
            where patient_id in (select patient_id from patients.person where root_id =
                                 (select root_id from patients.person where patient_id = :patient)) #
            """;

    private static final String PAGE = "select distinct on (%1$s) " + OF_PERSON + """
              and topic = any(:topics)
              and (:before::bigint is null
                   or (%1$s) < (select %1$s from timeline.entry where position = :before limit 1))
            order by %2$s, patient_id
            limit :limit
            """;

    private static final String KNOWN = "select distinct on (position) " + OF_PERSON + """
              and topic = any(:topics) and position <= :position and happened_at <= :horizon
            order by position desc, patient_id
            limit :limit
            """;

    private static final String BETWEEN = """
            select distinct on (position) * from timeline.entry
            where patient_id = any(:records) and topic = any(:topics) #
              and (position > :after and position <= :upTo or position <= :after and happened_at > :horizon)
            order by position, patient_id limit :limit
            """;

    private static final String AT = """
            select entry.* from unnest(:patients::text[], :positions::bigint[]) as asked (patient_id, position)
            join timeline.entry using (patient_id, position) where true #
            """;

    private static final String ONE = "select " + OF_PERSON + " and position = :position order by patient_id limit 1";

    /** Of referrals and authorizations only some, of what is labelled nothing, whoever asks: it is made to be sent away. */
    private static final String EVIDENCE = "select distinct on (happened_at, position) " + OF_PERSON + """
              and topic in ('STAY', 'TRANSITION', 'REFERRAL', 'AUTHORIZATION') and happened_at >= :since
              and (topic not in ('REFERRAL', 'AUTHORIZATION') or subject = any(:subjects))
              and not exists (select from segments.event labelled where labelled.at = entry.position)
              and not exists (select from segments.subject labelled where labelled.id = entry.subject)
            order by happened_at, position, patient_id limit 2000
            """;

    private static final String CAUSED = """
            select distinct on (position) * from timeline.entry where correlation_id = :correlation #
            order by position, patient_id limit 500
            """;

    private static final String ABOUT = """
            select distinct on (position) * from timeline.entry where subject = :subject #
            order by position, patient_id
            """;

    /** With all that is known. */
    private static final long NOW = Long.MAX_VALUE;

    private final JdbcClient db;
    private final Names names;
    private final ZoneId zone;
    private final Accesses accesses;
    private final Told told;
    private final Called called;

    Timelines(JdbcClient db, Names names, ZoneId zone, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
        this.names = names;
        this.zone = zone;
        this.told = new Told(names);
        this.called = new Called(db, names, zone);
    }

    /** One page, the newest first, of what comes after the event at position {@code before}; at most {@code size}. */
    public Moments find(PatientId patient, Filter filter, Order order, @Nullable Long before, int size) {
        accesses.shows(List.of(patient.value()));
        Sealed sealed = accesses.sealed(List.of(patient.value()));
        List<StoredMoment> rows = open(PAGE.formatted(order.columns(), order.descending()), sealed)
                .param("patient", patient.value())
                .param("topics", filter.topics().toArray(String[]::new))
                .param("before", before)
                .param("limit", size + 1)
                .query(StoredMoment::of)
                .list();
        return page(rows, size, sealed, NOW);
    }

    /** The same queries for somebody else, of whom these accesses hear. */
    public Timelines shownTo(Accesses others) {
        return new Timelines(db, names, zone, others);
    }

    /** The same queries on other tables: those of the past. */
    public Timelines over(JdbcClient tables) {
        return new Timelines(tables, names, zone, accesses);
    }

    /** What was recorded up to this position of what had happened by this moment, the last recorded first. */
    public Moments known(PatientId patient, Filter filter, long position, OffsetDateTime horizon, int size) {
        accesses.shows(List.of(patient.value()));
        Sealed sealed = accesses.sealed(List.of(patient.value()));
        List<StoredMoment> rows = open(KNOWN, sealed)
                .param("patient", patient.value())
                .param("topics", filter.topics().toArray(String[]::new))
                .param("position", position)
                .param("horizon", horizon)
                .param("limit", size + 1)
                .query(StoredMoment::of)
                .list();
        return page(rows, size, sealed, position);
    }

    /** What was recorded under these records after one position and up to another, and what was recorded before but had not
     * happened by this moment; in the order in which it was recorded, at most {@code size}. */
    public List<Moment> between(
            Collection<String> records, long after, long upTo, OffsetDateTime horizon, Filter filter, int size) {
        Sealed sealed = accesses.sealed(records);
        return moments(
                open(BETWEEN, sealed)
                        .param("records", records.toArray(String[]::new))
                        .param("topics", filter.topics().toArray(String[]::new))
                        .param("after", after)
                        .param("upTo", upTo)
                        .param("horizon", horizon)
                        .param("limit", size)
                        .query(StoredMoment::of)
                        .list(),
                sealed,
                upTo);
    }

    /** The events at these positions, each as told under the record at the same place in the other list. */
    public List<Moment> at(List<String> patients, List<Long> positions) {
        Sealed sealed = accesses.sealed(patients);
        return moments(
                open(AT, sealed)
                        .param("patients", patients.toArray(String[]::new))
                        .param("positions", positions.toArray(Long[]::new))
                        .query(StoredMoment::of)
                        .list(),
                sealed,
                NOW);
    }

    /** What one message or request caused, in the order in which it was recorded. */
    public List<Moment> causedBy(String correlation) {
        Sealed sealed = accesses.sealed();
        return moments(
                open(CAUSED, sealed)
                        .param("correlation", correlation)
                        .query(StoredMoment::of)
                        .list(),
                sealed,
                NOW);
    }

    /** All that happened to one subject, for example a referral, in the order in which it was recorded. */
    public List<Moment> about(String subject) {
        Sealed sealed = accesses.sealed();
        List<StoredMoment> rows = open(ABOUT, sealed)
                .param("subject", subject)
                .query(StoredMoment::of)
                .list();
        accesses.shows(rows.stream().map(row -> row.raw().patient()).toList());
        return moments(rows, sealed, NOW);
    }

    /**
     * What happened to the person since then as far as it can be sent away as evidence, the first first, at most 2000: visits,
     * work after discharges, and of referrals and authorizations those that are named; nothing that is labelled.
     */
    public List<Moment> evidence(PatientId patient, Instant since, Collection<String> subjects) {
        accesses.shows(List.of(patient.value()));
        Sealed sealed = accesses.sealed(List.of(patient.value()));
        return moments(
                open(EVIDENCE, sealed)
                        .param("patient", patient.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("subjects", subjects.toArray(String[]::new))
                        .query(StoredMoment::of)
                        .list(),
                sealed,
                NOW);
    }

    /** One event of this person, or empty if the event at this position is none of theirs. */
    public Optional<Moment> show(PatientId patient, long position) {
        accesses.shows(List.of(patient.value()));
        Sealed sealed = accesses.sealed(List.of(patient.value()));
        List<StoredMoment> found = open(ONE, sealed)
                .param("patient", patient.value())
                .param("position", position)
                .query(StoredMoment::of)
                .list();
        return moments(found, sealed, NOW).stream().findFirst();
    }

    /** The statement without what is sealed from the viewer, which leaves no trace in its rows. */
    private StatementSpec open(String sql, Sealed sealed) {
        return sealed.in(
                db.sql(sql.replace("#", sealed.openEvent("entry.position") + sealed.openSubject("entry.subject"))));
    }

    /** One row more than asked for says that there is more. */
    private Moments page(List<StoredMoment> rows, int size, Sealed sealed, long known) {
        List<StoredMoment> shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Moments(
                moments(shown, sealed, known),
                rows.size() > size ? shown.getLast().raw().position() : null);
    }

    private List<Moment> moments(List<StoredMoment> rows, Sealed sealed, long known) {
        Set<Long> mute = sealed.muteAmong(
                db, rows.stream().map(row -> row.raw().position()).toList());
        accesses.shows(rows.stream().map(row -> row.raw().patient()).toList());
        Phrases phrases = new Phrases(
                names,
                zone,
                called.in(
                        rows.stream()
                                .map(row -> row.raw().sentence()
                                        + told.by(row.raw().source(), row.raw().actor()))
                                .toList(),
                        known));
        return rows.stream()
                .map(row -> row.told(phrases, told, mute.contains(row.raw().position())))
                .toList();
    }
}
