package care.throughline.infra.ledger;

import care.throughline.command.Rejected;
import care.throughline.command.ledger.SignedHistory;
import care.throughline.infra.database.Database;
import care.throughline.infra.ledger.LedgerProperties.WitnessAt;
import care.throughline.infra.merkle.Prover;
import care.throughline.infra.store.Head;
import care.throughline.query.ledger.Ledger;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The ledger with its own role and small pool. Only where our own store keeps the events. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final String OUR_STORE = "!axon-server";
    private static final int CONNECTIONS = 6;

    @Bean
    @Profile("axon-server")
    Ledger noLedger() {
        return new NoLedger();
    }

    @Bean
    @Profile(OUR_STORE)
    HikariDataSource ledgerPool(Database database) {
        return database.pool("throughline-ledger", "throughline_ledger", CONNECTIONS, false);
    }

    @Bean
    @Profile(OUR_STORE)
    LedgerParts ledgerParts(
            @Qualifier("ledgerPool") DataSource pool,
            LedgerProperties properties,
            @Value("${throughline.data}") Path data,
            @Value("#{'${throughline.db.url:}'.isBlank()}") boolean embedded) {
        Path key = keyPath(properties, data);
        Path log = Objects.requireNonNullElse(properties.checkpointFile(), data.resolve("checkpoints.log"));
        boolean make = Objects.requireNonNullElse(properties.makeKey(), embedded);
        KeyFile file = new KeyFile(key);
        return LedgerParts.of(
                pool,
                new CurrentKey(key, () -> file.read(make, properties.origin(), () -> Checkpoints.any(pool))),
                new CheckpointFile(log));
    }

    @Bean
    @Profile(OUR_STORE)
    Succession succession(LedgerParts parts, LedgerProperties properties, @Value("${throughline.data}") Path data) {
        return new Succession(parts, new KeyFile(keyPath(properties, data)));
    }

    @Bean
    @Profile("axon-server")
    SignedHistory noSignedHistory() {
        return () -> {
            throw new Rejected("ledger-absent", "Axon Server keeps the events here, and no ledger is kept over it.");
        };
    }

    private static Path keyPath(LedgerProperties properties, Path data) {
        return Objects.requireNonNullElse(properties.keyFile(), data.resolve("ledger.key"));
    }

    @Bean
    @Profile(OUR_STORE)
    Status ledgerStatus(LedgerParts parts, LedgerProperties properties) {
        WitnessAt witness = properties.witness();
        return new Status(parts, witness == null ? null : VerifyingKey.parse(witness.key()));
    }

    @Bean
    @Profile(OUR_STORE)
    Ledger ledger(LedgerParts parts, Status status) {
        return new LedgerOfStore(parts, status);
    }

    @Bean
    @Profile(OUR_STORE)
    Follower ledgerFollower(LedgerParts parts, Succession succession, Head head, LedgerProperties properties) {
        Clock clock = Clock.systemUTC();
        Patrol patrol = new Patrol(parts.comparison(), parts.checkpoints(), properties.patrol(), clock, Patrol.LAP);
        return new Follower(parts, succession, head, patrol, properties.checkpointEvery(), clock);
    }

    @Bean
    @Profile(OUR_STORE)
    @ConditionalOnProperty("throughline.ledger.witness.url")
    WitnessSender witnessSender(LedgerParts parts, LedgerProperties properties) {
        WitnessAt witness = Objects.requireNonNull(properties.witness());
        return new WitnessSender(
                parts, new WitnessClient(witness.url(), VerifyingKey.parse(witness.key()), new Prover(parts.tiles())));
    }

    @Bean
    @Profile(OUR_STORE)
    LedgerHealth ledgerHealth(LedgerParts parts) {
        return new LedgerHealth(parts.findings());
    }

    @Bean
    @Profile(OUR_STORE)
    LedgerGauges ledgerGauges(Status status) {
        return new LedgerGauges(status, Clock.systemUTC());
    }
}
