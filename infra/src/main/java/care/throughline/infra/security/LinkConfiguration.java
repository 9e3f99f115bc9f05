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

/** Wires secret addresses, the links of performers and the calendars of coordinators: how they are made, and the doors they open. */
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
    FeedDoor feedDoor(JdbcClient db, ProblemAnswer answer) {
        return new FeedDoor(db, new LinkAttempts(Ticker.systemTicker()), answer);
    }

    /** It stands within the guards, too. */
    @Bean
    FilterRegistrationBean<FeedDoor> feedDoorIsNoFilterOfItsOwn(FeedDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Profile(CommandSideConfiguration.PROFILE)
    FeedIssuing feedIssuing(Commands commands, Clock clock) {
        return new FeedIssuing(commands, clock);
    }

    @Bean
    @Profile(CommandSideConfiguration.PROFILE)
    LinkIssuing linkIssuing(Commands commands, Clock clock) {
        return new LinkIssuing(commands, clock);
    }
}
