package care.throughline.infra.erasure;

import care.throughline.command.Commands;
import care.throughline.command.retention.WhenRetentionIsApprovedThenLetGo;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.sealing.Vault;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what lets go of texts whose retention period is over. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
class LettingGoConfiguration {

    @Bean
    WhenRetentionIsApprovedThenLetGo whenRetentionIsApprovedThenLetGo(
            JdbcClient db, Vault vault, Commands commands, Clock clock, ZoneId zone) {
        return new WhenRetentionIsApprovedThenLetGo(new TextsDue(db, vault, zone), commands, clock);
    }
}
