package care.throughline.command.erasure;

import care.throughline.command.Commands;
import care.throughline.command.erasure.ErasureCommand.Certify;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.TypedId;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.erasure.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erasures that are carried out and not certified yet. They are finished outside of any transaction, because one that is
 * under way keeps alive what it could still see.
 */
public final class OpenErasures {

    private final JdbcClient inTransaction;
    private final JdbcClient outside;
    private final Destruction destruction;
    private final Commands commands;
    private final Clock clock;

    /**
     * @param database takes part in the transaction of an event
     * @param writers each statement a transaction of its own
     */
    public OpenErasures(
            DataSource database, DataSource writers, Destruction destruction, Commands commands, Clock clock) {
        this.inTransaction = JdbcClient.create(database);
        this.outside = JdbcClient.create(writers);
        this.destruction = destruction;
        this.commands = commands;
        this.clock = clock;
    }

    private record Open(PatientId patient, Scope scope, List<Span> affected, long position) {}

    void add(PatientErased event, long position) {
        Scope scope = event.scope();
        inTransaction
                .sql("""
                        insert into command.erasure_open (patient, records, messages, shared, starts, ends, position)
                        values (:patient, :records, :messages, :shared, :starts, :ends, :position)
                        on conflict (patient) do update set position = excluded.position
                        """)
                .param("patient", event.patient().value())
                .param("records", texts(scope.records()))
                .param("messages", texts(scope.messages()))
                .param("shared", texts(scope.shared()))
                .param("starts", event.affected().stream().map(Span::from).toArray(Long[]::new))
                .param("ends", event.affected().stream().map(Span::to).toArray(Long[]::new))
                .param("position", position)
                .update();
    }

    /** Certifies those of which nothing is left by now, and answers how many remain. */
    public int finish() {
        outside.sql("select * from command.erasure_open order by patient")
                .query(OpenErasures::open)
                .list()
                .forEach(this::finish);
        return outside.sql("select count(*) from command.erasure_open")
                .query(Integer.class)
                .single();
    }

    private void finish(Open one) {
        destruction
                .purge(ErasureId.of(one.patient()), one.scope(), one.affected(), one.position())
                .map(done -> new Certify(one.patient(), done.readModels(), done.deadLetters(), clock.instant()))
                .ifPresent(certify -> {
                    commands.send(certify, WhenErasureIsApprovedThenErase.ITSELF);
                    outside.sql("delete from command.erasure_open where patient = ?")
                            .param(one.patient().value())
                            .update();
                });
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        Long[] starts = (Long[]) row.getArray("starts").getArray();
        Long[] ends = (Long[]) row.getArray("ends").getArray();
        return new Open(
                new PatientId(row.getString("patient")),
                new Scope(
                        ids(row, "records", PatientId::new),
                        ids(row, "messages", MessageId::new),
                        ids(row, "shared", MessageId::new)),
                IntStream.range(0, starts.length)
                        .mapToObj(i -> new Span(starts[i], ends[i]))
                        .toList(),
                row.getLong("position"));
    }

    private static <T> Set<T> ids(ResultSet row, String column, Function<String, T> id) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).map(id).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] texts(Collection<? extends TypedId> ids) {
        return ids.stream().map(TypedId::value).sorted().toArray(String[]::new);
    }
}
