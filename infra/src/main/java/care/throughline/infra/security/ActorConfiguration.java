package care.throughline.infra.security;

import care.throughline.infra.actor.CurrentActor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires who acts. */
@Configuration(proxyBeanMethods = false)
class ActorConfiguration {

    @Bean
    CurrentActor currentActor() {
        return new SignedIn();
    }

    @Bean
    Permissions permissions() {
        return capability -> SignedIn.authentication()
                .map(who -> Access.decide(RouteAuthorization.question(who, capability, Access.Channel.PAGE)))
                .filter(Access.Decision.Permit.class::isInstance)
                .isPresent();
    }
}
