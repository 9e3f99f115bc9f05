package care.throughline.infra.intake;

import care.throughline.command.hl7.MllpSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the MLLP listener is set up.
 *
 * @param sslBundle the name of a Spring SSL bundle; plain TCP without
 */
@ConfigurationProperties("throughline.mllp")
record MllpProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("2575") int port,
        @DefaultValue("4MB") DataSize maxFrame,
        @DefaultValue("30s") Duration frameTimeout,
        @DefaultValue("1h") Duration idleTimeout,
        @DefaultValue("100") int maxConnections,
        @Nullable String sslBundle) {

    MllpSettings settings() {
        return new MllpSettings(
                host, port, Math.toIntExact(maxFrame.toBytes()), frameTimeout, idleTimeout, maxConnections);
    }
}
