package care.throughline.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What of labelled data a viewer may not see, as conditions of a statement; the owners are those of the read model
 * {@code segments}. A statement with such a condition takes the parameter by {@link #in}.
 *
 * @param owners whose data is not there for the viewer
 * @param mute whose words are left out
 */
public record Sealed(List<String> owners, List<String> mute) {

    /** Nothing is sealed from the viewer. */
    public static final Sealed NOTHING = new Sealed(List.of(), List.of());

    public Sealed {
        owners = List.copyOf(owners);
        mute = List.copyOf(mute);
    }

    /** Goes on a condition: the subject in this column (a stay, a transition, a message, the key of a number) may be seen. */
    public String openSubject(String column) {
        return owners.isEmpty() ? "" : """
                 and not exists (select from segments.subject sealing
                                 where sealing.id = %s and sealing.owner = any(:sealed))
                """.formatted(column);
    }

    /** Goes on a condition: the event at the position in this column may be seen. */
    public String openEvent(String column) {
        return owners.isEmpty() ? "" : """
                 and not exists (select from segments.event sealing
                                 where sealing.at = %s and sealing.owner = any(:sealed))
                """.formatted(column);
    }

    /** Goes on a condition: data of the owner that this expression makes may be seen. */
    public String openOwner(String expression) {
        return owners.isEmpty() ? "" : " and (" + expression + ") <> all(:sealed) ";
    }

    /** The statement with the parameter of its conditions. */
    public StatementSpec in(StatementSpec statement) {
        return owners.isEmpty() ? statement : statement.param("sealed", texts(owners));
    }

    /** Those of the events at these positions whose words are left out. */
    public Set<Long> muteAmong(JdbcClient db, Collection<Long> positions) {
        return mute.isEmpty()
                ? Set.of()
                : db.sql("select at from segments.event where at = any(:positions) and owner = any(:mute)")
                        .param("positions", positions.toArray(Long[]::new))
                        .param("mute", texts(mute))
                        .query(Long.class)
                        .set();
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
