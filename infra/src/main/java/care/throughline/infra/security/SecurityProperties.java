package care.throughline.infra.security;

import care.throughline.events.PerformerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who can sign in and how machines get in.
 *
 * @param issuer the address under which our own tokens are issued, as clients see it
 * @param tokenKeyFile the key that signs them; made with mode 0600 if missing; nodes of one deployment share it
 * @param tokenLife how long a token is good for
 * @param rolesClaim where tokens of an outside issuer name roles, dots going deeper: {@code realm_access.roles}
 * @param staff what members of staff are called, by account
 * @param clients machines that may ask us for tokens, by client id
 */
@ConfigurationProperties("throughline.security")
record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,

        @DefaultValue("data/token-key.json") Path tokenKeyFile,

        @DefaultValue("15m") Duration tokenLife,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Person> staff,
        @DefaultValue Map<String, Machine> clients) {

    /** A member of staff, signed in by an outside issuer. */
    record Person(String name, Role role) {}

    /**
     * A program.
     *
     * @param secret encoded as Spring Security says it, for example {@code {bcrypt}$2a$...}
     * @param performer whom of the directory it stands for; for the role performer and no other
     */
    record Machine(String secret, Role role, @Nullable PerformerId performer) {

        Machine {
            if ((role == Role.PERFORMER) != (performer != null)) {
                throw new IllegalArgumentException("a client of the role performer, and no other, names its performer");
            }
        }

        /** Who acts when it does: the performer it stands for, else the client itself. */
        String actor(String client) {
            return performer == null ? client : performer.value();
        }
    }
}
