package care.throughline.query.restrictions;

import care.throughline.events.Personal;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.restriction.RestrictionEvent.ChartRestricted;
import care.throughline.events.restriction.RestrictionEvent.GlassBroken;
import care.throughline.events.restriction.RestrictionEvent.GlassClosed;
import care.throughline.events.restriction.RestrictionEvent.GlassReviewed;
import care.throughline.events.restriction.RestrictionEvent.ProtectionTold;
import care.throughline.events.restriction.RestrictionEvent.RestrictionLifted;
import care.throughline.query.Projection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects restricted charts and broken glass; merges are followed when it is read. */
@Component
class Restrictions implements Projection {

    static final String NAME = "restrictions";

    private static final String DDL = """
            create table closed (
                patient_id text primary key,
                by_staff   text not null,
                since      timestamptz not null,
                reason     text
            );
            create table glass (
                glass_id    text primary key,
                patient_id  text not null,
                staff       text not null,
                code        text not null,
                reason      text,
                broken_at   timestamptz not null,
                until       timestamptz not null,
                reviewed_by text,
                reviewed_at timestamptz,
                finding     text,
                note        text
            );
            create index on glass (patient_id, staff, until);
            create index on glass (broken_at);
            """;

    private final JdbcClient db;

    Restrictions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @EventHandler
    void on(RestrictionEvent event) {
        switch (event) {
            case ChartRestricted restricted ->
                close(
                        event,
                        restricted.by().value(),
                        restricted.reason().value().orElse(null));
            case ProtectionTold told -> close(event, told.toldBy().value(), null);
            case RestrictionLifted lifted -> lift(lifted);
            case GlassBroken broken -> broken(broken);
            case GlassClosed closed -> closed(closed);
            case GlassReviewed reviewed -> reviewed(reviewed);
        }
    }

    /** Who broke the glass, and what came of it, stands; what they wrote does not, and there is no chart to close. */
    @EventHandler
    void on(PatientErased event) {
        String[] records = event.scope().recordIds();
        db.sql("delete from closed where patient_id = any(:records)")
                .param("records", records)
                .update();
        db.sql("update glass set reason = null, note = null where patient_id = any(:records)")
                .param("records", records)
                .update();
    }

    /** @param by an account, or the house that said so */
    private void close(RestrictionEvent event, String by, @Nullable String reason) {
        db.sql("""
                        insert into closed (patient_id, by_staff, since, reason) values (:patient, :by, :at, :reason)
                        on conflict (patient_id) do nothing
                        """)
                .param("patient", event.patient().value())
                .param("by", by)
                .param("at", at(event.occurredAt()))
                .param("reason", reason)
                .update();
    }

    private void lift(RestrictionLifted event) {
        db.sql("delete from closed where patient_id = :patient")
                .param("patient", event.patient().value())
                .update();
    }

    private void broken(GlassBroken event) {
        db.sql("""
                        insert into glass (glass_id, patient_id, staff, code, reason, broken_at, until)
                        values (:glass, :patient, :staff, :code, :reason, :at, :until)
                        on conflict (glass_id) do nothing
                        """)
                .param("glass", event.glass().value())
                .param("patient", event.patient().value())
                .param("staff", event.by().value())
                .param("code", event.code().name())
                .param("reason", text(event.reason()))
                .param("at", at(event.occurredAt()))
                .param("until", at(event.until()))
                .update();
    }

    private void closed(GlassClosed event) {
        db.sql("update glass set until = :at where glass_id = :glass")
                .param("at", at(event.occurredAt()))
                .param("glass", event.glass().value())
                .update();
    }

    private void reviewed(GlassReviewed event) {
        db.sql("""
                        update glass set reviewed_by = :by, reviewed_at = :at, finding = :finding, note = :note
                        where glass_id = :glass
                        """)
                .param("by", event.by().value())
                .param("at", at(event.occurredAt()))
                .param("finding", event.finding().name())
                .param("note", text(event.note()))
                .param("glass", event.glass().value())
                .update();
    }

    private static @Nullable String text(Personal<String> words) {
        return words.value().orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
