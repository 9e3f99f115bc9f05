package care.throughline.infra.intake;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.hl7.AnswerReader;
import care.throughline.command.hl7.Hl7Exchange;
import care.throughline.command.hl7.MllpListener;
import care.throughline.command.intake.AsideMessages;
import care.throughline.command.intake.Intake;
import care.throughline.infra.CommandSideConfiguration;
import java.time.Clock;
import javax.net.ServerSocketFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires the MLLP listener, unless {@code throughline.mllp.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandSideConfiguration.PROFILE)
@EnableConfigurationProperties(MllpProperties.class)
@ConditionalOnBooleanProperty(name = "throughline.mllp.enabled", matchIfMissing = true)
class MllpConfiguration {

    @Bean
    MllpServer mllpServer(
            MllpProperties properties,
            SslBundles bundles,
            AdtReader visits,
            AnswerReader answers,
            Intake intake,
            AsideMessages messages,
            Clock clock) {
        MllpListener listener = new MllpListener(
                properties.settings(), sockets(properties, bundles), new Hl7Exchange(visits, answers, intake, clock));
        return new MllpServer(listener, messages, clock);
    }

    private static ServerSocketFactory sockets(MllpProperties properties, SslBundles bundles) {
        return properties.sslBundle() == null
                ? ServerSocketFactory.getDefault()
                : bundles.getBundle(properties.sslBundle()).createSslContext().getServerSocketFactory();
    }
}
