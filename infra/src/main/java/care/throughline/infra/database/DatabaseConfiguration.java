package care.throughline.infra.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database and its pools. Inside a transaction the one {@code DataSource} writes as the application, outside it only
 * reads as the query role; whoever needs the application's role without a transaction asks for {@code writers}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${throughline.db.url:}'.isBlank()")
    EmbeddedDatabase embeddedDatabase(DatabaseProperties properties, @Value("${throughline.data}") Path data) {
        return EmbeddedDatabase.in(data.resolve("postgres"), properties.port(), properties.patience());
    }

    @Bean
    Database database(DatabaseProperties properties, ObjectProvider<EmbeddedDatabase> embedded) {
        Database database = properties.isEmbedded()
                ? embedded.getObject().database()
                : new Database(Objects.requireNonNull(properties.url()), properties.user(), properties.password());
        Schemas.migrate(database);
        return database;
    }

    @Bean
    HikariDataSource writers(Database database, DatabaseProperties properties) {
        return database.pool("throughline-writers", Database.APP_ROLE, properties.writers(), false);
    }

    @Bean
    HikariDataSource readers(Database database, DatabaseProperties properties) {
        return database.pool("throughline-readers", Database.QUERY_ROLE, properties.readers(), true);
    }

    @Bean
    @Primary
    PoolByPurpose dataSource(@Qualifier("readers") DataSource readers) {
        return new PoolByPurpose(readers);
    }

    @Bean
    PlatformTransactionManager transactionManager(
            PoolByPurpose pools, @Qualifier("writers") DataSource writers, @Qualifier("readers") DataSource readers) {
        return new WritingTransactions(pools, writers, readers);
    }

    @Bean
    WorkersConnections workersConnections(
            Database database, PoolByPurpose pools, @Qualifier("readers") DataSource readers) {
        return new WorkersConnections(database, pools, readers);
    }
}
