package care.throughline.query.past;

import care.throughline.query.web.TypedInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the moment that somebody means by a position, a day and time in the organisation's zone, an instant, or nothing,
 * which means now.
 */
@Component
class FindThen {

    private static final String KNOWN = """
            select position, recorded_at from audit.event where recorded_at <= :at
            order by recorded_at desc, position desc limit 1
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final ZoneId zone;

    FindThen(JdbcClient db, Clock clock, ZoneId zone) {
        this.db = db;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param at the moment of knowing
     * @param happened the moment up to which things happened, blank for no such limit
     * @throws ResponseStatusException 400 if it is not to be understood or not over yet
     */
    Then find(String at, String happened) {
        Instant horizon = happened.isBlank() ? null : instant(happened);
        if (at.isBlank()) {
            return new Then(head(), clock.instant(), horizon, horizon == null);
        }
        String moment = at.strip();
        return moment.chars().allMatch(Character::isDigit)
                ? position(moment, horizon)
                : known(instant(moment), horizon);
    }

    private Then position(String digits, @Nullable Instant horizon) {
        try {
            return db.sql("select position, recorded_at from audit.event where position = :position")
                    .param("position", Long.parseLong(digits))
                    .query((row, number) -> new Then(row.getLong("position"), recordedAt(row), horizon, false))
                    .optional()
                    .orElseThrow(() -> wrong("There is no event " + digits + " yet."));
        } catch (NumberFormatException tooLong) {
            throw wrong("There is no event " + digits + " yet.");
        }
    }

    private Then known(Instant at, @Nullable Instant horizon) {
        long position = db.sql(KNOWN)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong("position"))
                .optional()
                .orElse(-1L);
        return new Then(position, at, horizon, false);
    }

    /** The last position that the index has; 0 or more once anything happened. */
    long head() {
        return db.sql("select coalesce(max(position), -1) from audit.event")
                .query(Long.class)
                .single();
    }

    private Instant instant(String typed) {
        try {
            return TypedInstant.of(typed, zone);
        } catch (IllegalArgumentException unreadable) {
            throw wrong("A moment is a position, a day and time like 2026-11-10T09:14, or an instant that ends in Z.");
        }
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class))
                .toInstant();
    }

    private static ResponseStatusException wrong(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }
}
