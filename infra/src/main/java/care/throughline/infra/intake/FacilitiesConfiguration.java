package care.throughline.infra.intake;

import care.throughline.command.intake.Facilities;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The facilities, which both sides know: one to read their messages, the other to call them by their names. */
@Configuration(proxyBeanMethods = false)
class FacilitiesConfiguration {

    @Bean
    Facilities facilities(@Value("${throughline.facilities:classpath:facilities-demo.yaml}") Resource configuration)
            throws IOException {
        return Facilities.read(configuration.getInputStream());
    }
}
