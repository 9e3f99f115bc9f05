package care.throughline.query.authorizations;

import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Wait;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads authorizations with the names of patients as they are called today. */
@Component
public class AuthorizationReader {

    /** At most so many of each state on the board. */
    static final int SHOWN = 60;

    /** How long what is over stays on the board. */
    public static final int OVER_SINCE_DAYS = 60;

    /** An approval whose visit took place, or is not wanted any more, waits for nothing. */
    private static final String NAMED = """
            select r.authorization_id, r.patient_id, r.person_id, p.family, p.given, r.coordinator, r.referral_id, r.specialty,
                   r.payer, r.program, r.priority, r.units, r.status, r.since,
                   case when used then null else r.wait end as wait,
                   case when used then null else r.due_by end as due_by,
                   case when used then null else r.due_before end as due_before,
                   case when used then null else r.rule_id end as rule_id,
                   r.missing, r.cut, r.denial, r.level, r.ruling, r.valid_from, r.valid_until, r.granted, r.number, b.visit_on,
                   r.requested_at, r.position, r.receipt
            from (#) r
            left join authorizations.booking b on b.referral_id = r.referral_id
            left join patients.person p on p.patient_id = r.patient_id
            cross join lateral (select r.wait = 'USE' and coalesce(b.settled, false) as used) u
            where true {sealed}
            order by due_by nulls last, r.since, r.authorization_id
            """;

    private static final String BOARD = """
            select * from (
                select request.*, row_number() over (partition by status
                           order by due_by nulls last, since desc, authorization_id) as nth
                from authorizations.request
                where (due_by is not null or since >= :since)
                  and (:coordinator = '' or coordinator = :coordinator)
                  and (not :late or due_before <= :now)) placed
            where nth <= :shown
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    public AuthorizationReader(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The same queries on other tables: those of the past. */
    public AuthorizationReader over(JdbcClient tables) {
        return new AuthorizationReader(tables, accesses);
    }

    /** The board, what is due first in front. */
    public List<Authorization> board(ShowAuthorizations query) {
        return shown(
                BOARD,
                accesses.sealed(),
                asked -> asked.param("since", query.today().minusDays(OVER_SINCE_DAYS))
                        .param("now", query.now().atOffset(ZoneOffset.UTC))
                        .param("coordinator", query.coordinator())
                        .param("late", query.late())
                        .param("shown", SHOWN));
    }

    /** All authorizations of the person that this record stands for. */
    public List<Authorization> ofPerson(PatientId root) {
        accesses.shows(List.of(root.value()));
        return shown(
                "select * from authorizations.request where person_id = :root",
                accesses.sealed(List.of(root.value())),
                asked -> asked.param("root", root.value()));
    }

    /** All that were asked for this referral. */
    public List<Authorization> ofReferral(ReferralId referral) {
        return shown(
                "select * from authorizations.request where referral_id = :referral",
                accesses.sealed(),
                asked -> asked.param("referral", referral.value()));
    }

    public Optional<Authorization> show(AuthorizationId authorization) {
        return Optional.ofNullable(all(List.of(authorization.value())).get(authorization.value()));
    }

    /** These by their ids, as far as there are such. */
    public Map<String, Authorization> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return shown(
                        "select * from authorizations.request where authorization_id = any(:ids)",
                        accesses.sealed(),
                        asked -> asked.param("ids", ids.toArray(String[]::new)))
                .stream()
                .collect(Collectors.toMap(Authorization::authorization, one -> one));
    }

    /** How many are in each state; it shows nobody. */
    public Map<AuthorizationStatus, Long> countByStatus() {
        Map<AuthorizationStatus, Long> counts = new EnumMap<>(AuthorizationStatus.class);
        Arrays.stream(AuthorizationStatus.values()).forEach(status -> counts.put(status, 0L));
        db.sql("select status, count(*) as n from authorizations.request group by status")
                .query((row, number) ->
                        counts.put(AuthorizationStatus.valueOf(row.getString("status")), row.getLong("n")))
                .list();
        return counts;
    }

    /** How many clocks are missed now, by what they wait for; it shows nobody. */
    public Map<Wait, Long> countMissed(Instant now) {
        Map<Wait, Long> counts = new EnumMap<>(Wait.class);
        Arrays.stream(Wait.values()).forEach(wait -> counts.put(wait, 0L));
        db.sql("""
                        select r.wait, count(*) as n from authorizations.request r
                        left join authorizations.booking b on b.referral_id = r.referral_id
                        where r.due_before <= :now and not (r.wait = 'USE' and coalesce(b.settled, false)) group by 1
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> counts.put(Wait.valueOf(row.getString("wait")), row.getLong("n")))
                .list();
        return counts;
    }

    /** What of anybody's labelled data is sealed from the viewer. */
    public Sealed sealed() {
        return accesses.sealed();
    }

    private List<Authorization> shown(String rows, Sealed sealed, UnaryOperator<StatementSpec> asked) {
        String sql = NAMED.replace("#", rows).replace("{sealed}", sealed.openSubject("r.authorization_id"));
        List<Authorization> found = asked.apply(sealed.in(db.sql(sql)))
                .query(AuthorizationRow::authorization)
                .list();
        return accesses.veiled(found, Authorization::records, Authorization::veiled);
    }
}
