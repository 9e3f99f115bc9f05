package care.throughline.command.exchange;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Reach;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which messages are to leave, in PostgreSQL; one event causes at most one, however often it is told. */
final class OutboxEntries {

    /** HL7 v2 allows 20 characters for the id of a message; these come from the event, so that no restore gives them twice. */
    private static final int CONTROL_ID = 18;

    private static final String REACH = """
            insert into command.reach (performer, channel, address, tls, application, facility)
            values (:performer, :channel, :address, :tls, :application, :facility)
            on conflict (performer) do update set channel = excluded.channel, address = excluded.address,
                tls = excluded.tls, application = excluded.application, facility = excluded.facility
            """;

    private static final String QUEUE = """
            insert into command.outbox (event, effect, control_id, position, referral, patient, performer)
            select :event, :effect, :control, :position, r.referral, r.patient, w.performer
            from command.outbound_referral r join command.reach w on w.performer = :performer
            where r.referral = :referral and w.channel in ('FHIR', 'HL7')
            on conflict (event, effect) do nothing
            """;

    private static final String ERASE = """
            update command.outbox set content = null, settled_at = now(),
                state = case when state in ('WAITING', 'REFUSED') then 'ERASED' else state end
            where patient = any(:patients) and (content is not null or state in ('WAITING', 'REFUSED'))
            """;

    private final JdbcClient db;

    OutboxEntries(JdbcClient db) {
        this.db = db;
    }

    void reach(PerformerId performer, Reach reach) {
        db.sql(REACH)
                .param("performer", performer.value())
                .param("channel", reach.channel().name())
                .param("address", reach.address())
                .param("tls", reach.tls())
                .param("application", reach.application())
                .param("facility", reach.facility())
                .update();
    }

    void began(ReferralId referral, PatientId patient) {
        db.sql("insert into command.outbound_referral (referral, patient) values (:referral, :patient)"
                        + " on conflict (referral) do nothing")
                .param("referral", referral.value())
                .param("patient", patient.value())
                .update();
    }

    /** Somebody else asks this of us. */
    void isAskedBy(ReferralId referral, PerformerId requester) {
        db.sql("update command.outbound_referral set requester = :requester where referral = :referral")
                .param("requester", requester.value())
                .param("referral", referral.value())
                .update();
    }

    /** Who asks this of us, empty if it is we who ask. */
    Optional<PerformerId> requester(ReferralId referral) {
        return db.sql("select requester from command.outbound_referral"
                        + " where referral = :referral and requester is not null")
                .param("referral", referral.value())
                .query((row, number) -> new PerformerId(row.getString("requester")))
                .optional();
    }

    /** Whether an appointment was told before. */
    boolean isScheduled(ReferralId referral) {
        return db.sql(
                        "select exists (select from command.outbox where referral = :referral and effect = 'WE_SCHEDULE')")
                .param("referral", referral.value())
                .query(Boolean.class)
                .single();
    }

    /** @param performer who has it from now on, null for nobody */
    void isHeld(ReferralId referral, @Nullable PerformerId performer) {
        db.sql("update command.outbound_referral set holder = :performer where referral = :referral")
                .param("performer", performer == null ? null : performer.value(), java.sql.Types.VARCHAR)
                .param("referral", referral.value())
                .update();
    }

    Optional<PerformerId> holder(ReferralId referral) {
        return db.sql("select holder from command.outbound_referral where referral = :referral and holder is not null")
                .param("referral", referral.value())
                .query((row, number) -> new PerformerId(row.getString("holder")))
                .optional();
    }

    void ended(ReferralId referral) {
        db.sql("delete from command.outbound_referral where referral = :referral")
                .param("referral", referral.value())
                .update();
    }

    /** Queues a message, unless people tell this performer.
     *
     * @param position where the event stands, up to which a reader must have come to write it
     */
    void queue(String event, long position, Effect effect, ReferralId referral, PerformerId performer) {
        db.sql(QUEUE)
                .param("event", event)
                .param("effect", effect.name())
                .param("control", controlId(event))
                .param("position", position)
                .param("referral", referral.value())
                .param("performer", performer.value())
                .update();
    }

    /** What was not sent is never sent, and what it would have said is gone. */
    void erase(Collection<PatientId> patients) {
        String[] ids = patients.stream().map(PatientId::value).toArray(String[]::new);
        db.sql(ERASE).param("patients", ids).update();
        db.sql("delete from command.outbound_referral where patient = any(:patients)")
                .param("patients", ids)
                .update();
    }

    private static String controlId(String event) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
            return "TL"
                    + HexFormat.of().formatHex(hash).substring(0, CONTROL_ID).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
