package care.throughline.query.desk;

import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the worklist: each page is one range of an index, joined with the names of its few lines. */
@Component
public class Worklists {

    /** Every count beyond this is told as this and a plus. */
    public static final int COUNTED = 99;

    /** Nobody closes what lapsed; the first clause lets the index begin behind most of it, whatever windows the rules set. */
    private static final String OPEN = """
            state = 'OPEN'
            and next_due >= :today - (select coalesce(max(window_end - next_due), 0)
                                      from desk.work_item where state = 'OPEN')
            and window_end >= :today
            """;

    private static final String AWAKE = " and (snoozed_until is null or snoozed_until <= :now)";
    private static final String AFTER =
            " and (next_due, risk_rank, discharge_date, item_id) > (:due, :risk, :since, :item)";
    private static final String ORDER = " order by next_due, risk_rank, discharge_date, item_id";

    private static final String NAMED = """
            select i.*, p.family, p.given, p.birth_date, p.sex, p.phone, p.language, p.deceased
            from (%s) i left join patients.person p on p.patient_id = i.patient_id
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    Worklists(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The same queries on other tables: those of the past. */
    public Worklists over(JdbcClient tables) {
        return new Worklists(tables, accesses);
    }

    /** One page of it; nothing is cached, so it is as fresh as the projection. */
    public Worklist find(FindWorklist query) {
        Place after = query.after();
        Sealed sealed = accesses.sealed();
        String page = "select * from desk.work_item where " + where(query.filter()) + open(sealed)
                + (after == null ? "" : AFTER) + ORDER + " limit :limit";
        List<Line> found = Viewpoint.of(db, sealed, query)
                .page(NAMED.formatted(page) + ORDER, after, query.size() + 1)
                .query(LineRow::map)
                .list();
        boolean more = found.size() > query.size();
        List<Line> lines = veiled(more ? found.subList(0, query.size()) : found);
        return new Worklist(List.copyOf(lines), more ? lines.getLast().place() : null);
    }

    /** One line, open or not. */
    public Optional<Line> show(String item) {
        Sealed sealed = accesses.sealed();
        String one = "select * from desk.work_item where item_id = :id" + open(sealed);
        Optional<Line> line = sealed.in(db.sql(NAMED.formatted(one)))
                .param("id", item)
                .query(LineRow::map)
                .optional();
        return veiled(line.stream().toList()).stream().findFirst();
    }

    private List<Line> veiled(List<Line> lines) {
        return accesses.veiled(lines, Line::records, Line::veiled);
    }

    /** How many lines each filter has, counted to {@link #COUNTED} and one more. */
    public Map<Filter, Integer> count(String viewer, LocalDate today, Instant now) {
        Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
        Sealed sealed = accesses.sealed();
        Viewpoint query = new Viewpoint(db, sealed, viewer, today, now);
        for (Filter filter : Filter.values()) {
            counts.put(
                    filter,
                    query.count("select 1 from desk.work_item where " + where(filter) + open(sealed) + walked(filter)));
        }
        return counts;
    }

    /** The position of the latest change of any line, 0 if there is none. */
    public long latest() {
        return db.sql("select coalesce(max(position), 0) from desk.work_item")
                .query(Long.class)
                .single();
    }

    private static String open(Sealed sealed) {
        return sealed.openSubject("work_item.item_id");
    }

    /** Lets the count walk the index from its beginning and stop; few lines are put aside or offered, they have their own. */
    private static String walked(Filter filter) {
        return switch (filter) {
            case MINE, ALL, UNASSIGNED, OVERDUE -> ORDER;
            case OFFERED, SNOOZED -> "";
        };
    }

    private static String where(Filter filter) {
        return OPEN
                + switch (filter) {
                    case MINE -> AWAKE + " and coordinator = :viewer";
                    case ALL -> AWAKE;
                    case UNASSIGNED -> AWAKE + " and coordinator = ''";
                    case OVERDUE -> AWAKE + " and next_due < :today";
                    case OFFERED -> " and offered_to = :viewer and offered_to <> ''";
                    case SNOOZED -> " and snoozed_until > :now";
                };
    }
}
