package care.throughline.infra.exchange;

import care.throughline.command.Commands;
import care.throughline.command.fhir.TaskReader;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.QuerySideConfiguration;
import care.throughline.query.Progress;
import care.throughline.query.tasks.TaskFinder;
import care.throughline.query.tasks.TaskTeller;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the exchange of referrals over FHIR, on nodes that have both sides. */
@Configuration(proxyBeanMethods = false)
@Profile("(" + CommandSideConfiguration.PROFILE + ") & (" + QuerySideConfiguration.PROFILE + ")")
class ExchangeConfiguration {

    @Bean
    TaskExchange taskExchange(JdbcClient db, TaskTeller teller, Commands commands, Progress progress, Clock clock) {
        return new TaskExchange(new TaskFinder(db), teller, new TaskReader(), commands, progress, clock);
    }

    @Bean
    MetadataApi metadataApi() {
        return new MetadataApi();
    }
}
