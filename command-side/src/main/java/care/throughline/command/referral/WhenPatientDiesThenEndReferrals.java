package care.throughline.command.referral;

import care.throughline.command.Automation;
import care.throughline.command.Commands;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent.AliveConfirmed;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DeathWithdrawn;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Unmerged;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Drafted;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends what was asked for somebody who has died: nobody is to wait for them, and nobody to call their family about it. It
 * keeps pseudonyms alone, in the transaction of the event, and asking twice is harmless.
 */
public final class WhenPatientDiesThenEndReferrals implements Automation {

    private static final String NAME = "when_patient_dies_then_end_referrals";
    private static final Map<String, String> ITSELF = Map.of(
            Meta.ACTOR,
            "system:" + NAME,
            Meta.ROLE,
            "SYSTEM",
            Meta.PURPOSE,
            "TREAT",
            Meta.SOURCE,
            "automation:" + NAME);

    private final RunningReferrals running;
    private final Commands commands;
    private final Clock clock;

    private WhenPatientDiesThenEndReferrals(RunningReferrals running, Commands commands, Clock clock) {
        this.running = running;
        this.commands = commands;
        this.clock = clock;
    }

    /** Keeps what it knows in tables {@code command.running_referral} and {@code command.referred_record}. */
    public static WhenPatientDiesThenEndReferrals keptIn(DataSource database, Commands commands, Clock clock) {
        return new WhenPatientDiesThenEndReferrals(new RunningReferrals(JdbcClient.create(database)), commands, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @EventHandler
    void on(Drafted event) {
        running.began(event.referral(), event.patient());
    }

    @EventHandler
    void on(Cancelled event) {
        running.ended(event.referral());
    }

    @EventHandler
    void on(Closed event) {
        running.ended(event.referral());
    }

    @EventHandler
    void on(DeathRecorded event) {
        running.died(event.patient(), event.occurredAt());
        end(event.patient());
    }

    @EventHandler
    void on(DeathWithdrawn event) {
        running.lives(event.patient());
    }

    @EventHandler
    void on(AliveConfirmed event) {
        running.lives(event.patient());
    }

    @EventHandler
    void on(MergedInto event) {
        running.merged(event.patient(), event.survivor(), event.kind() == MergeKind.TOLD ? event.occurredAt() : null);
        end(event.patient());
    }

    @EventHandler
    void on(Unmerged event) {
        running.unmerged(event.patient());
    }

    private void end(PatientId patient) {
        running.ofTheDead(patient)
                .forEach(referral -> commands.send(new ReferralCommand.EndByDeath(referral, clock.instant()), ITSELF));
    }
}
