package care.throughline.infra.transitions;

import care.throughline.command.rules.Rules;
import care.throughline.query.Holidays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rule pack, checked at the start, and what both sides know from it. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    Rules rules() {
        return Rules.us2026();
    }

    @Bean
    Holidays holidays(Rules rules) {
        return day -> rules.holidays(day.getYear()).contains(day);
    }
}
