package care.throughline.infra.security;

import care.throughline.command.Commands;
import care.throughline.infra.CommandSideConfiguration;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.referrals.Links;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the secure links of performers: how they are made, and the door that they open. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    LinkDoor linkDoor(JdbcClient db, Clock clock, ProblemAnswer answer) {
        return new LinkDoor(new Links(db), new LinkAttempts(Ticker.systemTicker()), clock, answer);
    }

    /** It stands within the guards, not before them. */
    @Bean
    FilterRegistrationBean<LinkDoor> linkDoorIsNoFilterOfItsOwn(LinkDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Profile(CommandSideConfiguration.PROFILE)
    LinkIssuing linkIssuing(Commands commands, Clock clock) {
        return new LinkIssuing(commands, clock);
    }
}
