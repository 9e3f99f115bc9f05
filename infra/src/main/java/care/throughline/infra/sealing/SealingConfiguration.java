package care.throughline.infra.sealing;

import care.throughline.command.BlindIndex;
import care.throughline.infra.database.Database;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault, its master key and its own small pool, so that a key never waits for a connection that waits for a key. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SealingConfiguration.class);
    private static final int CONNECTIONS = 9;

    @Bean
    HikariDataSource vaultPool(Database database) {
        return database.pool("throughline-vault", "throughline_vault", CONNECTIONS, false);
    }

    @Bean
    KeyRows vaultKeys(@Qualifier("vaultPool") DataSource pool) {
        return new KeyTable(pool);
    }

    @Bean
    MasterKeys masterKeys(
            SealingProperties properties,
            KeyRows rows,
            @Value("${throughline.data}") Path data,
            @Value("#{'${throughline.db.url:}'.isBlank()}") boolean embedded) {
        Path file = properties.masterKeyFileIn(data);
        boolean make = Objects.requireNonNullElse(properties.makeMasterKey(), embedded);
        Path previous = properties.previousMasterKeyFile();
        MasterKeys masters = new MasterKeys(
                new MasterKeyFile(file).read(make, rows::any),
                previous == null ? null : new MasterKeyFile(previous).read(false, rows::any));
        if (previous != null) {
            LOG.info(
                    "{} keys were wrapped anew; the previous master key is no longer needed",
                    new Rotation(masters, rows).run());
        }
        return masters;
    }

    /** Read at start, so that a list that cannot be trusted is noticed before anything is served. */
    @Bean
    ErasureList erasureList(SealingProperties properties, MasterKeys masters, @Value("${throughline.data}") Path data) {
        Path beside = properties.masterKeyFileIn(data).resolveSibling("erasures.list");
        ErasureList list = new ErasureList(Objects.requireNonNullElse(properties.erasureListFile(), beside), masters);
        if (!list.entries().isEmpty() && masters.previous() != null) {
            list.signAnew();
        }
        return list;
    }

    @Bean
    Vault vault(MasterKeys masters, KeyRows rows) {
        return new Vault(masters, rows);
    }

    @Bean
    ForgottenWatch forgottenWatch(@Qualifier("vaultPool") DataSource pool, Vault vault) {
        return new ForgottenWatch(pool, vault);
    }

    /** Made at start, so that a master key that does not belong to the vault is noticed before anything is served. */
    @Bean
    BlindIndex blindIndex(MasterKeys masters, KeyRows rows) {
        return KeyedHash.of(masters, rows);
    }
}
