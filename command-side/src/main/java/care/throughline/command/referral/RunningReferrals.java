package care.throughline.command.referral;

import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which referrals go on for whom, and who has died, in PostgreSQL. */
final class RunningReferrals {

    /** Both ways along merges: everybody who is the same person. */
    private static final String OF_THE_DEAD = """
            with recursive same(id) as (
                select cast(:patient as text)
                union
                select other.id from same cross join lateral (
                    select survivor from command.referred_record where patient = same.id and survivor is not null
                    union all
                    select patient from command.referred_record where survivor = same.id
                ) other (id))
            select referral from command.running_referral
            where patient = any(array(select id from same))
              and exists (select 1 from command.referred_record r
                          where r.patient = any(array(select id from same)) and r.died_at is not null and (r.counts_from is null or r.died_at > r.counts_from))
            order by referral
            """;

    private static final String RECORD = """
            insert into command.referred_record as r (patient, survivor, counts_from, died_at)
            values (:patient, :survivor, :from, :died) on conflict (patient) do update set
            """;

    private final JdbcClient db;

    RunningReferrals(JdbcClient db) {
        this.db = db;
    }

    void began(ReferralId referral, PatientId patient) {
        db.sql("insert into command.running_referral values (:referral, :patient) on conflict (referral) do nothing")
                .param("referral", referral.value())
                .param("patient", patient.value())
                .update();
    }

    void ended(ReferralId referral) {
        db.sql("delete from command.running_referral where referral = :referral")
                .param("referral", referral.value())
                .update();
    }

    void died(PatientId patient, Instant toldAt) {
        record("died_at = excluded.died_at", patient, null, null, toldAt);
    }

    void lives(PatientId patient) {
        record("died_at = null", patient, null, null, null);
    }

    /** @param countsFrom what was told of the record before does not count; null if all of it does */
    void merged(PatientId patient, PatientId survivor, @Nullable Instant countsFrom) {
        record("survivor = excluded.survivor, counts_from = excluded.counts_from", patient, survivor, countsFrom, null);
    }

    void unmerged(PatientId patient) {
        record("survivor = null, counts_from = null", patient, null, null, null);
    }

    /** The referrals that go on for the person this record belongs to, if a death was told of them; else none. */
    List<ReferralId> ofTheDead(PatientId patient) {
        return db.sql(OF_THE_DEAD)
                .param("patient", patient.value())
                .query((row, number) -> new ReferralId(row.getString("referral")))
                .list();
    }

    private void record(
            String changes,
            PatientId patient,
            @Nullable PatientId survivor,
            @Nullable Instant countsFrom,
            @Nullable Instant died) {
        db.sql(RECORD + changes)
                .param("patient", patient.value())
                .param("survivor", survivor == null ? null : survivor.value(), Types.VARCHAR)
                .param("from", utc(countsFrom), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("died", utc(died), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
