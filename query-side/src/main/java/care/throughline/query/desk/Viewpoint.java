package care.throughline.query.desk;

import care.throughline.query.Sealed;
import care.throughline.query.desk.FindWorklist.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From where the parts of the worklist are read, each in the same words: by whom, on which day, at which moment. */
record Viewpoint(JdbcClient db, Sealed sealed, String viewer, LocalDate today, Instant now) {

    static Viewpoint of(JdbcClient db, Sealed sealed, FindWorklist query) {
        return new Viewpoint(db, sealed, query.viewer(), query.today(), query.now());
    }

    JdbcClient.StatementSpec ask(String sql) {
        return sealed.in(db.sql(sql))
                .param("viewer", viewer)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** A page that begins behind that place, as {@code :due}, {@code :risk}, {@code :since} and {@code :item}, and has {@code :limit} lines. */
    JdbcClient.StatementSpec page(String sql, @Nullable Place after, int limit) {
        JdbcClient.StatementSpec page = ask(sql).param("limit", limit);
        return after == null
                ? page
                : page.param("due", after.nextDue())
                        .param("risk", after.riskRank())
                        .param("since", after.dischargeDate())
                        .param("item", after.item());
    }

    /** How many rows that query has, counted to {@link Worklists#COUNTED} and one more. */
    int count(String rows) {
        return ask("select count(*) from (" + rows + " limit " + (Worklists.COUNTED + 1) + ") counted")
                .query(Integer.class)
                .single();
    }

    /** Until when the line is put aside, null if it is not. */
    static Line.@Nullable Snooze snooze(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("snoozed_until", OffsetDateTime.class);
        return until == null ? null : new Line.Snooze(until.toInstant(), row.getString("snooze_reason"));
    }
}
