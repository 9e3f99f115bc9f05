package care.throughline.infra.transitions;

import care.throughline.command.rules.AppointmentRule;
import care.throughline.command.rules.Rules;
import care.throughline.query.Freshness;
import care.throughline.query.Holidays;
import care.throughline.query.calendar.AppointmentRules;
import java.time.LocalDate;
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
    AppointmentRules appointmentRules(Rules rules) {
        return day -> {
            AppointmentRule rule = rules.appointments(day);
            return new AppointmentRules.Rule(
                    rule.id(),
                    rules.version(),
                    rule.confirmWithinDays(),
                    rule.outcomeDays(),
                    rule.followUpDays(),
                    rule.travelMinutes(),
                    rule.reviewAfterMissed(),
                    rule.reviewWithinDays(),
                    rule.reviewDays());
        };
    }

    @Bean
    Holidays holidays(Rules rules) {
        return day -> rules.holidays(day.getYear()).contains(day);
    }

    @Bean
    Freshness freshness(Rules rules) {
        return new Freshness() {
            @Override
            public int verifyAfterDays(LocalDate today) {
                return rules.freshness(today).verifyAfterDays();
            }

            @Override
            public int priceOldAfterDays(LocalDate today) {
                return rules.freshness(today).priceOldAfterDays();
            }

            @Override
            public String rule(LocalDate today) {
                return rules.freshness(today).rule().id();
            }
        };
    }
}
