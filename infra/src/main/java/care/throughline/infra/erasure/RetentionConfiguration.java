package care.throughline.infra.erasure;

import care.throughline.command.rules.Rules;
import care.throughline.infra.QuerySideConfiguration;
import care.throughline.query.erasure.RetentionSchedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Lets the pages know the retention schedule of the rule pack. */
@Configuration(proxyBeanMethods = false)
@Profile(QuerySideConfiguration.PROFILE)
class RetentionConfiguration {

    @Bean
    RetentionSchedule retentionSchedule() {
        Rules rules = Rules.us2026();
        return day -> rules.retention(day).stream()
                .map(kept -> new RetentionSchedule.Period(kept.recordClass(), kept.months(), kept.source()))
                .toList();
    }
}
