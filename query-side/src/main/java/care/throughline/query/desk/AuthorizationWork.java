package care.throughline.query.desk;

import care.throughline.query.Sealed;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
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

/** Reads the authorizations that wait for somebody, in the order of the worklist: each page is one range of an index. */
@Component
class AuthorizationWork {

    /** An approval is work when it runs out soon, or before the visit. */
    private static final int SOON_DAYS = 14;

    private static final String PLACED =
            "select authorization_id, due_by, rank, requested_on from authorizations.request where ";
    private static final String ORDER = " order by due_by, rank, requested_on, authorization_id";
    private static final String AFTER =
            " and (due_by, rank, requested_on, authorization_id) > (:due, :risk, :since, :item)";

    private static final String WAITS = """
            due_by is not null
            and (wait <> 'USE' or (
                (due_by <= cast(:today as date) + %d or exists (select from authorizations.booking b
                                            where b.referral_id = request.referral_id and b.visit_on > request.valid_until))
                and not exists (select from authorizations.booking b
                                where b.referral_id = request.referral_id and b.settled)))
            """.formatted(SOON_DAYS);

    private final JdbcClient db;
    private final AuthorizationReader authorizations;

    AuthorizationWork(JdbcClient db, AuthorizationReader authorizations) {
        this.db = db;
        this.authorizations = authorizations;
    }

    /** The same queries on other tables: those of the past. */
    AuthorizationWork over(JdbcClient tables) {
        return new AuthorizationWork(tables, authorizations.over(tables));
    }

    /** The first of them behind this place, each with its own; at most {@code limit}. */
    Map<Place, Authorization> find(FindWorklist query, int limit) {
        Place after = query.after();
        Sealed sealed = authorizations.sealed();
        String page =
                PLACED + where(query.filter()) + open(sealed) + (after == null ? "" : AFTER) + ORDER + " limit :limit";
        List<Place> places = Viewpoint.of(db, sealed, query)
                .page(page, after, limit)
                .query(AuthorizationWork::place)
                .list();
        Map<String, Authorization> found =
                authorizations.all(places.stream().map(Place::item).toList());
        Map<Place, Authorization> inOrder = new LinkedHashMap<>();
        places.forEach(place -> Optional.ofNullable(found.get(place.item())).ifPresent(one -> inOrder.put(place, one)));
        return inOrder;
    }

    /** One of them with its place, empty if it waits for nothing any more. */
    Optional<Map.Entry<Place, Authorization>> show(String authorization) {
        return db.sql(PLACED + "authorization_id = :authorization and due_by is not null")
                .param("authorization", authorization)
                .query(AuthorizationWork::place)
                .optional()
                .flatMap(place -> Optional.ofNullable(
                                authorizations.all(List.of(authorization)).get(authorization))
                        .filter(found -> !found.isOver())
                        .map(found -> Map.entry(place, found)));
    }

    /** How many the filter has, counted to {@link Worklists#COUNTED} and one more. */
    int count(Filter filter, String viewer, LocalDate today, Instant now) {
        Sealed sealed = authorizations.sealed();
        return new Viewpoint(db, sealed, viewer, today, now)
                .count("select 1 from authorizations.request where " + where(filter) + open(sealed));
    }

    /** The position of the latest change of any of them, 0 if there is none. */
    long latest() {
        return db.sql("select coalesce(max(position), 0) from authorizations.request")
                .query(Long.class)
                .single();
    }

    private static String open(Sealed sealed) {
        return sealed.openSubject("request.authorization_id");
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getObject("due_by", LocalDate.class),
                row.getInt("rank"),
                row.getObject("requested_on", LocalDate.class),
                row.getString("authorization_id"));
    }

    /** Nobody puts an authorization aside: its clock runs whether one looks or not. */
    private static String where(Filter filter) {
        return WAITS
                + switch (filter) {
                    case MINE -> " and coordinator = :viewer";
                    case ALL -> "";
                    case UNASSIGNED -> " and coordinator = ''";
                    case OVERDUE -> " and due_before <= :now";
                    case OFFERED -> " and offered_to = :viewer and offered_to <> ''";
                    case SNOOZED -> " and false";
                };
    }
}
