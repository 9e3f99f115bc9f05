package care.throughline.infra.projections;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model for tests: one line per event, and a number of lines per aggregate; chokes on what it is told to. */
final class Notebook implements Projection {

    static final Set<String> POISONOUS = ConcurrentHashMap.newKeySet();

    private final JdbcClient db;
    private final String name;
    private final int version;

    Notebook(JdbcClient db, String name, int version) {
        this.db = db;
        this.name = name;
        this.version = version;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String ddl() {
        return """
                create table line (position bigint primary key, aggregate text not null, written text not null);
                create table total (aggregate text primary key, lines integer not null);
                """;
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        db.sql("""
                insert into total (aggregate, lines) values (?, 1)
                on conflict (aggregate) do update set lines = total.lines + 1
                """).param(envelope.aggregateId()).update();
        if (POISONOUS.stream().anyMatch(envelope.aggregateId()::endsWith)) {
            db.sql("insert into line (position, aggregate, written) values (?, null, null)")
                    .param(envelope.position())
                    .update();
        }
        db.sql("insert into line (position, aggregate, written) values (?, ?, ?)")
                .params(
                        envelope.position(),
                        envelope.aggregateId(),
                        event.getClass().getSimpleName() + " v" + version)
                .update();
    }
}
