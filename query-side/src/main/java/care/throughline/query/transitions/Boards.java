package care.throughline.query.transitions;

import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.transitions.Board.Card;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the board from the work items of the desk. */
@Component
public class Boards {

    /** Cards shown of a lane; the count tells of the rest. */
    public static final int SHOWN = 60;

    /** How long after the end of its window a transition stays on the board. */
    public static final int CLOSED_SINCE_DAYS = 60;

    private static final String SQL = """
            with placed as (
                select item_id, patient_id, person_id, facility, discharge_date, next_due, window_end, risk_rank,
                       visit_at, lace, band, coordinator, close_reason,
                       case when state = 'COMPLETED' then 'DONE'
                            when state in ('READMITTED', 'DIED') then 'ENDED'
                            when state = 'VOID' then 'VOID'
                            when window_end < :today then 'LAPSED'
                            when visit_kept_at is not null then 'VISIT_KEPT'
                            when visit_at is not null then 'VISIT_BOOKED'
                            when contact_at is not null then 'CONTACT_MADE'
                            else 'CONTACT_DUE' end as lane,
                       case state when 'READMITTED' then 'readmitted, ' || close_reason
                                  when 'DIED' then 'died'
                                  when 'VOID' then lower(replace(close_reason, '_', ' ')) end as ended
                from desk.work_item
                where kind = 'TRANSITION' and window_end >= :since
                  and (:facility = '' or facility = :facility)
                  and (:coordinator = '' or coordinator = :coordinator) #
            ), ranked as (
                select placed.*, count(*) over (partition by lane) as in_lane,
                       row_number() over (partition by lane
                           order by next_due, risk_rank, discharge_date, item_id) as place
                from placed
            )
            select r.*, p.family, p.given
            from ranked r left join patients.person p on p.patient_id = r.patient_id
            where place <= :shown order by place, lane
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    public Boards(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The same queries on other tables: those of the past. */
    public Boards over(JdbcClient tables) {
        return new Boards(tables, accesses);
    }

    /** The whole board in one statement. */
    public Board show(ShowBoard query) {
        Map<Lane, Integer> counts = Board.none();
        List<Card> cards = new ArrayList<>();
        Sealed sealed = accesses.sealed();
        sealed.in(db.sql(SQL.replace("#", sealed.openSubject("work_item.item_id"))))
                .param("today", query.today())
                .param("since", query.today().minusDays(CLOSED_SINCE_DAYS))
                .param("facility", query.facility())
                .param("coordinator", query.coordinator())
                .param("shown", SHOWN)
                .query((ResultSet row) -> {
                    Card card = card(row);
                    cards.add(card);
                    counts.put(card.lane(), row.getInt("in_lane"));
                });
        return new Board(
                query.today(),
                counts,
                accesses.veiled(List.copyOf(cards), card -> List.of(card.person()), Card::veiled),
                facilities(sealed));
    }

    private List<String> facilities(Sealed sealed) {
        return sealed.in(db.sql("select distinct facility from desk.work_item where true"
                        + sealed.openSubject("work_item.item_id") + " order by facility"))
                .query(String.class)
                .list();
    }

    private static Card card(ResultSet row) throws SQLException {
        OffsetDateTime visit = row.getObject("visit_at", OffsetDateTime.class);
        return new Card(
                Lane.valueOf(row.getString("lane")),
                row.getString("item_id"),
                row.getString("patient_id"),
                row.getString("person_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("facility"),
                row.getObject("discharge_date", LocalDate.class),
                row.getObject("next_due", LocalDate.class),
                row.getObject("window_end", LocalDate.class),
                visit == null ? null : visit.toInstant(),
                row.getObject("lace", Integer.class),
                row.getString("band"),
                row.getString("coordinator"),
                row.getString("ended"));
    }
}
