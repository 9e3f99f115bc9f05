package care.throughline.query.desk;

import care.throughline.query.Sealed;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the referrals that wait for somebody, in the order of the worklist: each page is one range of an index. */
@Component
class ReferralWork {

    private static final String PLACED = "select referral_id, due_by, rank, drafted_on from referrals.referral where ";
    private static final String AWAKE = " and (snoozed_until is null or snoozed_until <= :now)";
    private static final String ORDER = " order by due_by, rank, drafted_on, referral_id";
    private static final String AFTER = " and (due_by, rank, drafted_on, referral_id) > (:due, :risk, :since, :item)";

    private final JdbcClient db;
    private final ReferralReader referrals;

    ReferralWork(JdbcClient db, ReferralReader referrals) {
        this.db = db;
        this.referrals = referrals;
    }

    /** The same queries on other tables: those of the past at that position. */
    ReferralWork over(JdbcClient tables, long position) {
        return new ReferralWork(tables, referrals.over(tables, position));
    }

    /** The first of them behind this place, each with its own; at most {@code limit}. */
    Map<Place, Referral> find(FindWorklist query, int limit) {
        Place after = query.after();
        Sealed sealed = referrals.sealed();
        String page =
                PLACED + where(query.filter()) + open(sealed) + (after == null ? "" : AFTER) + ORDER + " limit :limit";
        List<Place> places = Viewpoint.of(db, sealed, query)
                .page(page, after, limit)
                .query(ReferralWork::place)
                .list();
        Map<String, Referral> found =
                referrals.all(places.stream().map(Place::item).toList());
        Map<Place, Referral> inOrder = new LinkedHashMap<>();
        places.forEach(place ->
                Optional.ofNullable(found.get(place.item())).ifPresent(referral -> inOrder.put(place, referral)));
        return inOrder;
    }

    /** One of them with its place, empty if it waits for nothing any more. */
    Optional<Map.Entry<Place, Referral>> show(String referral) {
        return db.sql(PLACED + "referral_id = :referral and due_by is not null")
                .param("referral", referral)
                .query(ReferralWork::place)
                .optional()
                .flatMap(place -> Optional.ofNullable(
                                referrals.all(List.of(referral)).get(referral))
                        .map(found -> Map.entry(place, found)));
    }

    /** What those were told whom a death let go; empty where nobody has to read it. */
    List<String> told(Referral referral) {
        return referral.noticeBy() == null ? List.of() : referrals.toldOfEnd(referral);
    }

    /** How many the filter has, counted to {@link Worklists#COUNTED} and one more. */
    int count(Filter filter, String viewer, LocalDate today, Instant now) {
        Sealed sealed = referrals.sealed();
        return new Viewpoint(db, sealed, viewer, today, now)
                .count("select 1 from referrals.referral where " + where(filter) + open(sealed));
    }

    /** The position of the latest change of any referral, 0 if there is none. */
    long latest() {
        return db.sql("select coalesce(max(position), 0) from referrals.referral")
                .query(Long.class)
                .single();
    }

    private static String open(Sealed sealed) {
        return sealed.openSubject("referral.referral_id");
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getObject("due_by", LocalDate.class),
                row.getInt("rank"),
                row.getObject("drafted_on", LocalDate.class),
                row.getString("referral_id"));
    }

    private static String where(Filter filter) {
        return "due_by is not null"
                + switch (filter) {
                    case MINE -> AWAKE + " and coordinator = :viewer";
                    case ALL -> AWAKE;
                    case UNASSIGNED -> AWAKE + " and coordinator = ''";
                    case OVERDUE -> AWAKE + " and due_by < :today";
                    case OFFERED -> " and offered_to = :viewer and offered_to <> ''";
                    case SNOOZED -> " and snoozed_until > :now";
                };
    }
}
