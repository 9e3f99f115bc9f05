package care.throughline.infra.outbox;

import care.throughline.command.Sealing;
import care.throughline.command.exchange.WhenReferralMovesThenTellPerformer;
import care.throughline.events.directory.Reach;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.QuerySideConfiguration;
import care.throughline.infra.access.Deliveries;
import care.throughline.query.Progress;
import care.throughline.query.directory.Performers;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.tasks.TaskFinder;
import care.throughline.query.timeline.Timelines;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what leaves: command nodes queue it, nodes with read models write and send it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

    @Bean
    @Profile(CommandSideConfiguration.PROFILE)
    WhenReferralMovesThenTellPerformer whenReferralMovesThenTellPerformer(DataSource database) {
        return WhenReferralMovesThenTellPerformer.keptIn(database);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    OutboxForPeople outboxForPeople(@Qualifier("writers") DataSource writers) {
        return new OutboxForPeople(JdbcClient.create(writers));
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    OutboxApi outboxApi(OutboxForPeople outbox) {
        return new OutboxApi(outbox);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    Composing.Readers outboxReaders(
            TaskFinder tasks, ReferralReader referrals, Timelines timelines, Performers performers) {
        return new Composing.Readers(tasks, referrals, timelines, performers);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    Composing composing(
            Composing.Readers readers,
            Deliveries deliveries,
            Sealing sealing,
            Progress progress,
            OutboxProperties properties,
            Clock clock) {
        return new Composing(readers, deliveries, sealing, progress, properties, clock);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    Sending sending(
            JdbcClient db,
            Composing composing,
            OutboxProperties properties,
            SslBundles bundles,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        SSLContext trust = trust(properties, bundles);
        Map<Reach.Channel, Transport> transports = Map.of(
                Reach.Channel.HL7,
                new MllpTransport(trust, properties.patience()),
                Reach.Channel.FHIR,
                new FhirTransport(trust, properties.patience(), properties.tokens()));
        return new Sending(new OutboxTable(db), composing, transports, transaction, meters);
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    Sender sender(@Qualifier("writers") DataSource writers, Sending sending, OutboxProperties properties) {
        return new Sender(new OutboxTable(JdbcClient.create(writers)), sending, properties.lookUp());
    }

    @Bean
    @Profile(QuerySideConfiguration.PROFILE)
    MeterBinder outboxGauges(OutboxForPeople outbox) {
        return meters -> {
            Gauge.builder("throughline.outbox.open", outbox, OutboxForPeople::waiting)
                    .description("Messages to performers' systems that were not sent and not given up")
                    .register(meters);
            Gauge.builder("throughline.outbox.stuck", outbox, OutboxForPeople::stuck)
                    .description("Of these, refused or older than a quarter of an hour")
                    .register(meters);
        };
    }

    private static SSLContext trust(OutboxProperties properties, SslBundles bundles) {
        String bundle = properties.sslBundle();
        try {
            return bundle == null
                    ? SSLContext.getDefault()
                    : bundles.getBundle(bundle).createSslContext();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
