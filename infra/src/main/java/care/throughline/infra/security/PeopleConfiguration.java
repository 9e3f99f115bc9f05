package care.throughline.infra.security;

import care.throughline.command.intake.Facilities;
import care.throughline.query.Names;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Wires who can sign in: the demo's staff with a password, everybody else by an outside issuer. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    /** On with the embedded database unless {@code throughline.demo-users} says otherwise. */
    @Bean
    Demo demo(Environment environment) {
        boolean embedded = environment.getProperty("throughline.db.url", "").isBlank();
        return new Demo(environment.getProperty("throughline.demo-users", Boolean.class, embedded));
    }

    /** Whether the made-up staff and machines of the demo exist. */
    record Demo(boolean isOn) {}

    @Bean
    WhereToLook whereToLook(Demo demo) {
        return new WhereToLook(demo.isOn());
    }

    @Bean
    SignInAttempts signInAttempts() {
        return new SignInAttempts(Ticker.systemTicker());
    }

    @Bean
    Throttled passwords(Demo demo, SignInAttempts attempts) {
        List<UserDetails> staff = demo.isOn()
                ? Arrays.stream(DemoStaff.values())
                        .map(PeopleConfiguration::user)
                        .toList()
                : List.of();
        return new Throttled(
                new DaoAuthenticationProvider(new InMemoryUserDetailsManager(staff)),
                attempts,
                () -> new LockedException("too many attempts"));
    }

    private static UserDetails user(DemoStaff one) {
        return User.withUsername(one.account())
                .password(DemoStaff.PASSWORD)
                .authorities(one.role().authority())
                .build();
    }

    @Bean
    SignInPage signInPage(Demo demo, ObjectProvider<ClientRegistrationRepository> issuers) {
        return new SignInPage(demo.isOn(), issuers);
    }

    @Bean
    Names staffAndFacilities(Demo demo, SecurityProperties properties, Facilities facilities) {
        return new StaffAndFacilities(properties.staff(), demo.isOn(), facilities);
    }

    /** Finds our roles in what an outside issuer says about a person. */
    @Bean
    GrantedAuthoritiesMapper rolesOfPeople(SecurityProperties properties) {
        RoleNames names = new RoleNames(properties.rolesClaim());
        return granted -> granted.stream()
                .flatMap(authority -> switch (authority) {
                    case OidcUserAuthority oidc ->
                        names.authoritiesIn(oidc.getIdToken().getClaims()).stream();
                    case OAuth2UserAuthority user -> names.authoritiesIn(user.getAttributes()).stream();
                    default -> Stream.of(authority);
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
