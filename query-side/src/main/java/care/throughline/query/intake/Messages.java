package care.throughline.query.intake;

import care.throughline.events.MessageId;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of inbound messages. */
@Component
public class Messages {

    static final int PAGE = 50;

    private static final String NEWEST_FIRST =
            "select * from intake_log.message where position < :before and # order by position desc limit :limit";

    private static final String OLDEST_FIRST =
            "select * from intake_log.message where position > :after and # order by position limit :limit";

    private static final String ABOUT = """
            select distinct p.root_id, p.name from intake_log.about a
            join patients.person p on p.patient_id = a.patient_id where a.message_id = :message order by p.name
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    Messages(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** Which messages. */
    public enum Filter {
        /** A person has to look: the oldest first. */
        WAITING("Waiting"),
        ALL("All"),
        APPLIED("Applied"),
        REPEATED("Repeated"),
        DISCARDED("Discarded");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        private String condition() {
            return switch (this) {
                case WAITING -> "waiting_since is not null";
                case ALL -> "true";
                case APPLIED -> "status = 'APPLIED'";
                case REPEATED -> "repeats > 0";
                case DISCARDED -> "status = 'DISCARDED'";
            };
        }
    }

    /**
     * One message, without its text.
     *
     * @param status {@code RECEIVED}, {@code APPLIED}, {@code SET_ASIDE}, {@code CORRECTED} or {@code DISCARDED}
     * @param answer HL7 table 0008, null until there is one
     * @param reason a code, null if it was never set aside
     * @param sentence the reason for people
     * @param waitingSince since when a person has to look, null if nobody has to
     */
    public record Message(
            String message,
            long position,
            String channel,
            String sender,
            String kind,
            String controlId,
            int bytes,
            Instant receivedAt,
            String status,
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String sentence,
            @Nullable Instant waitingSince,
            int repeats,
            int corrections,
            @Nullable String discardedBy,
            @Nullable String discardReason) {}

    /**
     * One page of messages.
     *
     * @param next the position to go on from, null at the end
     */
    public record Page(List<Message> messages, @Nullable Long next) {}

    /** A person that a message was about. */
    public record Person(String patient, @Nullable String name) {}

    /** One page from a position on, null for the first; what waits comes oldest first, everything else newest first. */
    public Page find(Filter filter, @Nullable Long from) {
        boolean waiting = filter == Filter.WAITING;
        List<Message> found = db.sql((waiting ? OLDEST_FIRST : NEWEST_FIRST).replace("#", filter.condition()))
                .param(waiting ? "after" : "before", from != null ? from : waiting ? -1L : Long.MAX_VALUE)
                .param("limit", PAGE + 1)
                .query(Messages::message)
                .list();
        boolean more = found.size() > PAGE;
        List<Message> shown = more ? found.subList(0, PAGE) : found;
        return new Page(shown, more ? shown.getLast().position() : null);
    }

    public Optional<Message> show(MessageId message) {
        Sealed sealed = accesses.sealed();
        return sealed.in(db.sql("select * from intake_log.message where message_id = :message"
                        + sealed.openSubject("message.message_id")))
                .param("message", message.value())
                .query(Messages::message)
                .optional();
    }

    /** How many wait for a person. */
    public int waiting() {
        return db.sql("select count(*) from intake_log.message where waiting_since is not null")
                .query(Integer.class)
                .single();
    }

    /** Whom it was about, as merges stand now. */
    public List<Person> about(MessageId message) {
        List<Person> people = db.sql(ABOUT)
                .param("message", message.value())
                .query((row, number) -> new Person(row.getString("root_id"), row.getString("name")))
                .list();
        accesses.shows(people.stream().map(Person::patient).toList());
        return people;
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("message_id"),
                row.getLong("position"),
                row.getString("channel"),
                row.getString("sender"),
                row.getString("kind"),
                row.getString("control_id"),
                row.getInt("bytes"),
                Objects.requireNonNull(instant(row, "received_at")),
                row.getString("status"),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("sentence"),
                instant(row, "waiting_since"),
                row.getInt("repeats"),
                row.getInt("corrections"),
                row.getString("discarded_by"),
                row.getString("discard_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
