package care.throughline.infra.security;

import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.calendar.Feeds;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The address of a coordinator's calendar, which their calendar program reads. */
final class FeedDoor extends SecretAddress {

    static final String PATH = "/ical/";

    private static final Problem DEAD =
            new Problem(HttpStatus.UNAUTHORIZED, "feed-dead", "This calendar was ended. Make a new address.");

    private final JdbcClient db;

    FeedDoor(JdbcClient db, LinkAttempts attempts, ProblemAnswer answer) {
        super(PATH, DEAD, attempts, answer);
        this.db = db;
    }

    @Override
    Optional<Guest> guest(String hash) {
        return Feeds.owner(db, hash).map(owner -> new Guest(owner.value(), Role.COORDINATOR, Map.of("owner", owner)));
    }
}
