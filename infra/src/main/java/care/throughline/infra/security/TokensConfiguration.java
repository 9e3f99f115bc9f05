package care.throughline.infra.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** Wires the tokens of machines: our own, for the clients we know, and those of an outside issuer if one is configured. */
@Configuration(proxyBeanMethods = false)
class TokensConfiguration {

    private static final String ROLES = "roles";

    @Bean
    RSAKey tokenKey(SecurityProperties properties) {
        return TokenKey.in(properties.tokenKeyFile());
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(RSAKey tokenKey) {
        return new ImmutableJWKSet<>(new JWKSet(tokenKey));
    }

    @Bean
    RegisteredClientRepository machines(SecurityProperties properties, PeopleConfiguration.Demo demo) {
        Map<String, SecurityProperties.Machine> known = new HashMap<>(demo.isOn() ? DemoStaff.machines() : Map.of());
        known.putAll(properties.clients());
        List<RegisteredClient> clients = known.entrySet().stream()
                .map(each -> client(each.getKey(), each.getValue(), properties))
                .toList();
        return new KnownMachines(clients);
    }

    private static RegisteredClient client(
            String id, SecurityProperties.Machine machine, SecurityProperties properties) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(machine.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(RoleNames.lower(machine.role()))
                .clientName(machine.actor(id))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.tokenLife())
                        .build())
                .build();
    }

    /** A token names the role that the client was given as its scope, and whoever acts: the performer that it stands for. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesInTokens() {
        return context -> context.getClaims()
                .subject(context.getRegisteredClient().getClientName())
                .claim(ROLES, List.copyOf(context.getRegisteredClient().getScopes()));
    }

    /** Tells by its issuer who vouches for a token; one of neither is refused. */
    @Bean
    JwtIssuerAuthenticationManagerResolver issuers(
            SecurityProperties properties,
            RSAKey tokenKey,
            ObjectProvider<JwtDecoder> outside,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String outsideIssuer)
            throws JOSEException {
        NimbusJwtDecoder ours =
                NimbusJwtDecoder.withPublicKey(tokenKey.toRSAPublicKey()).build();
        ours.setJwtValidator(JwtValidators.createDefaultWithIssuer(properties.issuer()));
        AuthenticationManager own = manager(ours, ROLES);
        return new JwtIssuerAuthenticationManagerResolver(issuer -> {
            if (issuer.equals(properties.issuer())) {
                return own;
            }
            if (issuer.equals(outsideIssuer)) {
                return manager(outside.getObject(), properties.rolesClaim());
            }
            throw new InvalidBearerTokenException("unknown issuer");
        });
    }

    private static AuthenticationManager manager(JwtDecoder decoder, String rolesClaim) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        RoleNames names = new RoleNames(rolesClaim);
        converter.setJwtGrantedAuthoritiesConverter(jwt -> names.authoritiesIn(jwt.getClaims()));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(converter);
        return new ProviderManager(provider);
    }
}
