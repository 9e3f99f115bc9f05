package care.throughline.infra.referrals;

import care.throughline.command.Commands;
import care.throughline.command.referral.WhenPatientDiesThenEndReferrals;
import care.throughline.infra.CommandSideConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires what referrals follow from. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
class ReferralsConfiguration {

    @Bean
    WhenPatientDiesThenEndReferrals whenPatientDiesThenEndReferrals(
            DataSource database, Commands commands, Clock clock) {
        return WhenPatientDiesThenEndReferrals.keptIn(database, commands, clock);
    }
}
