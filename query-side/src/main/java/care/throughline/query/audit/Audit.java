package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one row per event, whatever it is, and whom it concerns. */
@Component
class Audit implements Projection {

    static final String NAME = "audit";

    private final Batch batch;
    private final Consumer<List<AuditRows.Told>> writing;

    Audit(JdbcClient db, Batch batch) {
        this.batch = batch;
        this.writing = new AuditRows(db)::write;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return AuditTables.DDL;
    }

    @EventHandler
    void on(DomainEvent event, Envelope envelope) {
        batch.write(new AuditRows.Told(event, envelope), writing);
    }
}
