package care.throughline.infra.erasure;

import care.throughline.command.Commands;
import care.throughline.command.erasure.Destruction;
import care.throughline.command.erasure.OpenErasures;
import care.throughline.command.erasure.WhenErasureIsApprovedThenErase;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.sealing.ErasureList;
import care.throughline.infra.sealing.Vault;
import care.throughline.query.feed.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires what erases: the automation, the destruction of keys, the certificate, and all of it again after a restore. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
class ErasureConfiguration {

    @Bean
    Destruction destruction(ErasureList list, Vault vault, EventLog log, @Qualifier("writers") DataSource writers) {
        return new Shredder(list, vault, new SealedPlaces(log), new Remains(writers));
    }

    @Bean
    OpenErasures openErasures(
            DataSource database,
            @Qualifier("writers") DataSource writers,
            Destruction destruction,
            Commands commands,
            Clock clock) {
        return new OpenErasures(database, writers, destruction, commands, clock);
    }

    @Bean
    WhenErasureIsApprovedThenErase whenErasureIsApprovedThenErase(
            DataSource database, OpenErasures open, Destruction destruction, Commands commands, Clock clock) {
        return WhenErasureIsApprovedThenErase.keptIn(database, open, destruction, commands, clock);
    }

    @Bean
    Reapplication reapplication(
            ErasureList list, Vault vault, Destruction destruction, Commands commands, Clock clock) {
        return new Reapplication(list, vault, destruction, commands, clock);
    }

    @Bean
    Certifying certifying(OpenErasures erasures) {
        return new Certifying(erasures);
    }

    @Bean
    MeterBinder erasuresToCertify(Certifying certifying) {
        return meters -> Gauge.builder("throughline.erasures.uncertified", certifying, Certifying::open)
                .description("Erasures carried out and not certified yet")
                .register(meters);
    }
}
