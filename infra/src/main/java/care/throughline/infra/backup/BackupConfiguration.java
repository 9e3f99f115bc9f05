package care.throughline.infra.backup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a running application shows of its backups. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    @Bean
    ArchiveGauge archiveGauge(JdbcClient db) {
        return new ArchiveGauge(db);
    }
}
