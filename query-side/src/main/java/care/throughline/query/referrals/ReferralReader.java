package care.throughline.query.referrals;

import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.directory.Entry;
import care.throughline.query.directory.FindPerformers;
import care.throughline.query.directory.Performers;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads referrals with the names of patients and performers: today's, or those of the moment that is looked back at. */
@Component
public class ReferralReader {

    /** At most so many of each state on the board. */
    static final int SHOWN = 60;

    /** How long what is over stays on the board. */
    public static final int OVER_SINCE_DAYS = 60;

    private static final String CALLED = """
            (select n.name from directory.called n where n.performer_id = %s.performer_id and n.position <= :known
             order by n.position desc limit 1)""";

    private static final String NAMED = """
            select r.*, p.family, p.given, p.language, %s as performer_name,
                   (select n.name from directory.called n where n.performer_id = r.asked_by and n.position <= :known
                     order by n.position desc limit 1) as asked_by_name,
                   (select count(*) from referrals.candidate c
                     where c.referral_id = r.referral_id and c.answer = 'ASKED') as asked,
                   (select w.place from referrals.waitlist w where w.referral_id = r.referral_id
                      and w.performer_id = r.performer_id order by w.position desc limit 1) as place
            from (#) r
            left join patients.person p on p.patient_id = r.patient_id
            where true {sealed}
            order by r.due_by nulls last, r.since, r.referral_id
            """.formatted(CALLED.formatted("r"));

    private static final String BOARD = """
            select * from (
                select referral.*, row_number() over (partition by status
                           order by due_by nulls last, since desc, referral_id) as nth
                from referrals.referral
                where (status not in ('CANCELLED', 'CLOSED') or since >= :since)
                  and (:coordinator = '' or coordinator = :coordinator)
                  and (:specialty is null or specialty = :specialty)
                  and (not :stuck or due_by < :today)) placed
            where nth <= :shown
            """;

    private static final String CANDIDATES = """
            select c.*, coalesce(%s, c.performer_id) as name, coalesce(d.phone, '') as phone,
                   (select expires_at from referrals.link l where l.referral_id = c.referral_id
                      and l.performer_id = c.performer_id and l.revoked_at is null) as link_until
            from referrals.candidate c left join directory.performer d on d.performer_id = c.performer_id
            where c.referral_id = :referral order by c.offered_at, name
            """.formatted(CALLED.formatted("c"));

    private final JdbcClient db;
    private final Performers performers;
    private final Accesses accesses;
    private final long known;

    @Autowired
    public ReferralReader(JdbcClient db, Performers performers, Accesses accesses) {
        this(db, performers, accesses, Long.MAX_VALUE);
    }

    private ReferralReader(JdbcClient db, Performers performers, Accesses accesses, long known) {
        this.known = known;
        this.db = db;
        this.performers = performers;
        this.accesses = accesses;
    }

    /** The same queries for somebody else, of whom these accesses hear. */
    public ReferralReader shownTo(Accesses others) {
        return new ReferralReader(db, performers, others, known);
    }

    /** The same queries on other tables: those of the past, with performers called as they were at that position. */
    public ReferralReader over(JdbcClient tables, long position) {
        return new ReferralReader(tables, performers, accesses, position);
    }

    /** The board, what is due first in front. */
    public List<Referral> board(ShowReferrals query) {
        return shown(
                BOARD,
                accesses.sealed(),
                asked -> asked.param("since", query.today().minusDays(OVER_SINCE_DAYS))
                        .param("today", query.today())
                        .param("coordinator", query.coordinator())
                        .param(
                                "specialty",
                                query.specialty() == null
                                        ? null
                                        : query.specialty().name(),
                                Types.VARCHAR)
                        .param("stuck", query.stuck())
                        .param("shown", SHOWN));
    }

    /** All referrals of the person that this record stands for. */
    public List<Referral> ofPerson(PatientId root) {
        accesses.shows(List.of(root.value()));
        return shown(
                "select * from referrals.referral where person_id = :root",
                accesses.sealed(List.of(root.value())),
                asked -> asked.param("root", root.value()));
    }

    public Optional<Referral> show(ReferralId referral) {
        return shown(
                        "select * from referrals.referral where referral_id = :referral",
                        accesses.sealed(),
                        asked -> asked.param("referral", referral.value()))
                .stream()
                .findFirst();
    }

    /** These referrals by their ids, as far as there are such. */
    public Map<String, Referral> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return shown(
                        "select * from referrals.referral where referral_id = any(:ids)",
                        accesses.sealed(),
                        asked -> asked.param("ids", ids.toArray(String[]::new)))
                .stream()
                .collect(Collectors.toMap(Referral::referral, referral -> referral));
    }

    /** How many referrals are in each state, labelled ones among them: nobody asks, and it shows nobody. */
    public Map<ReferralStatus, Long> countByStatus() {
        Map<ReferralStatus, Long> counts = new EnumMap<>(ReferralStatus.class);
        Arrays.stream(ReferralStatus.values()).forEach(status -> counts.put(status, 0L));
        db.sql("select status, count(*) as referrals from referrals.referral group by status")
                .query((row, number) ->
                        counts.put(ReferralStatus.valueOf(row.getString("status")), row.getLong("referrals")))
                .list();
        return counts;
    }

    /** Everybody it was offered to, in the order in which they were asked. */
    public List<Referral.Candidate> candidates(String referral) {
        return db.sql(CANDIDATES)
                .param("known", known)
                .param("referral", referral)
                .query(ReferralRow::candidate)
                .list();
    }

    /** What those were told who heard that a death ended it, in whole sentences. */
    public List<String> toldOfEnd(Referral referral) {
        return candidates(referral.referral()).stream()
                .flatMap(candidate -> ReferralLabels.toldOfEnd(candidate, referral.status()).stream())
                .toList();
    }

    /** The places on the waitlist of whoever has it, the last told first. */
    public List<Referral.Place> places(Referral referral) {
        return db.sql("select * from referrals.waitlist where referral_id = :referral and performer_id = :performer"
                        + " order by position desc")
                .param("referral", referral.referral())
                .param("performer", Objects.requireNonNullElse(referral.performer(), ""))
                .query(ReferralRow::place)
                .list();
    }

    /** Who could be asked next: who does this, has room and was not asked; who speaks the patient's language first. */
    public List<Entry> couldBeAsked(Referral referral) {
        Set<String> known = candidates(referral.referral()).stream()
                .filter(candidate -> !candidate.answer().equals("RELEASED"))
                .map(Referral.Candidate::performer)
                .collect(Collectors.toSet());
        return performers.find(FindPerformers.doing(referral.specialty())).stream()
                .filter(entry -> !known.contains(entry.performer()))
                .filter(entry -> entry.capacity() != Capacity.NONE)
                .sorted(Comparator.comparing(entry -> !entry.languages().contains(String.valueOf(referral.language()))))
                .toList();
    }

    /** What of anybody's labelled data is sealed from the viewer. */
    public Sealed sealed() {
        return accesses.sealed();
    }

    private List<Referral> shown(String rows, Sealed sealed, UnaryOperator<StatementSpec> asked) {
        String sql = NAMED.replace("#", rows).replace("{sealed}", sealed.openSubject("r.referral_id"));
        List<Referral> found = asked.apply(sealed.in(db.sql(sql)).param("known", known))
                .query(ReferralRow::referral)
                .list();
        return accesses.veiled(found, Referral::records, Referral::veiled);
    }
}
