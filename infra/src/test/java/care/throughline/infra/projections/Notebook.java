package care.throughline.infra.projections;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model for tests: one line per event, and a number of lines per aggregate; chokes on what it is told to. */
final class Notebook implements Projection {

    static final Set<String> POISONOUS = ConcurrentHashMap.newKeySet();

    private final JdbcClient db;
    private final Batch batch;
    private final String name;
    private final int version;
    private final Consumer<List<Line>> lines = this::write;

    Notebook(JdbcClient db, Batch batch, String name, int version) {
        this.db = db;
        this.batch = batch;
        this.name = name;
        this.version = version;
    }

    /** A line to be written with those of the batch. */
    private record Line(
            long position,
            @Nullable String aggregate,
            @Nullable String written) {}

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
            batch.write(new Line(envelope.position(), null, null), lines);
        }
        String written = event.getClass().getSimpleName() + " v" + version;
        batch.write(new Line(envelope.position(), envelope.aggregateId(), written), lines);
    }

    private void write(List<Line> together) {
        db.sql("insert into line (position, aggregate, written) select * from unnest(?, ?, ?)")
                .params(
                        together.stream().map(Line::position).toArray(Long[]::new),
                        together.stream().map(Line::aggregate).toArray(String[]::new),
                        together.stream().map(Line::written).toArray(String[]::new))
                .update();
    }
}
