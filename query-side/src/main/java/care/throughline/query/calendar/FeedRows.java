package care.throughline.query.calendar;

import care.throughline.events.appointment.CalendarFeedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of calendars that members of staff subscribed to. */
final class FeedRows {

    private final JdbcClient db;

    FeedRows(JdbcClient db) {
        this.db = db;
    }

    void apply(CalendarFeedEvent event, Told told) {
        told.with("feed", event.feed().value()).with("staff", event.staff().value());
        String statement = switch (event) {
            case CalendarFeedEvent.FeedOpened opened -> {
                told.with("hash", opened.hash());
                yield """
                        insert into feed (feed_id, staff, hash, opened_at) values (:feed, :staff, :hash, :happened)
                        on conflict (feed_id) do nothing
                        """;
            }
            case CalendarFeedEvent.FeedRevoked revoked ->
                "update feed set revoked_at = :happened where feed_id = :feed and revoked_at is null";
        };
        db.sql(statement).params(told.values()).update();
    }
}
