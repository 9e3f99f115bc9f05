package care.throughline.infra.security;

import static org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import static org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import care.throughline.infra.web.ProblemAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Wires the two chains: one that hands out tokens, one that guards everything else and denies by default. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Nothing inline, nothing from elsewhere; data images are the icons inside Tabler's stylesheet. */
    static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    Doors doors(ProblemAnswer answer) {
        return new Doors(answer);
    }

    @Bean
    @Order(1)
    SecurityFilterChain handOutTokens(
            HttpSecurity http,
            RegisteredClientRepository machines,
            SecurityProperties properties,
            SignInAttempts attempts) {
        AuthorizationServerSettings settings = AuthorizationServerSettings.builder()
                .issuer(properties.issuer())
                .build();
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(machines)
                                .authorizationService(new TokensAreNotKept())
                                .authorizationServerSettings(settings)
                                .clientAuthentication(client -> client.errorResponseHandler(new TokenRefused())
                                        .authenticationProviders(providers -> providers.replaceAll(
                                                provider -> TokenRefused.throttled(provider, attempts)))))
                .csrf(csrf -> csrf.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain guardEverythingElse(
            HttpSecurity http,
            Doors doors,
            JwtIssuerAuthenticationManagerResolver issuers,
            ObjectProvider<ClientRegistrationRepository> outsideSignIn,
            GrantedAuthoritiesMapper rolesOfPeople,
            LinkDoor links,
            FeedDoor feeds) {
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(new RouteAuthorization()))
                .formLogin(form -> form.loginPage(Doors.SIGN_IN)
                        .usernameParameter("account")
                        .failureHandler(new SignInFailed()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(Doors.SIGN_IN + "?signed-out"))
                .requestCache(cache -> cache.requestCache(new PagesToComeBackTo()))
                .oauth2ResourceServer(machines -> machines.bearerTokenResolver(onlyForPrograms())
                        .authenticationManagerResolver(issuers)
                        .authenticationEntryPoint(doors)
                        .accessDeniedHandler(doors))
                .exceptionHandling(
                        closed -> closed.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .addFilterBefore(links, AuthorizationFilter.class)
                .addFilterBefore(feeds, AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers);
        if (outsideSignIn.getIfAvailable() != null) {
            http.oauth2Login(outside -> outside.loginPage(Doors.SIGN_IN)
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfPeople)));
        }
        return http.build();
    }

    /** A token opens what programs use and never a page, so a page is never shown to a machine by mistake. */
    private static BearerTokenResolver onlyForPrograms() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> isForPrograms(request) ? header.resolve(request) : null;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.equals("/fhir")
                || path.startsWith("/fhir/")
                || path.startsWith("/actuator/");
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(FEATURES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }
}
