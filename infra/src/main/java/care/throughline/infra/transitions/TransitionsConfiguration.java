package care.throughline.infra.transitions;

import care.throughline.command.Commands;
import care.throughline.command.Sealing;
import care.throughline.command.careteam.WhenRecordsMergeThenKeepTheCoordinator;
import care.throughline.command.rules.Rules;
import care.throughline.command.transition.WhenStaysChangeThenReconcileTransitions;
import care.throughline.infra.CommandSideConfiguration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires the automations that transitions follow from. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
class TransitionsConfiguration {

    @Bean
    WhenStaysChangeThenReconcileTransitions whenStaysChangeThenReconcileTransitions(
            DataSource database, Sealing sealing, Rules rules, ZoneId zone, Commands commands) {
        return WhenStaysChangeThenReconcileTransitions.keptIn(database, sealing, rules, zone, commands);
    }

    @Bean
    WhenRecordsMergeThenKeepTheCoordinator whenRecordsMergeThenKeepTheCoordinator(Commands commands) {
        return new WhenRecordsMergeThenKeepTheCoordinator(commands);
    }
}
