package care.throughline.infra.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SealingPropertiesTest {

    @Test
    void the_variable_of_the_documents_names_the_master_key_file() {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("THROUGHLINE_MASTERKEYFILE", "/run/keys/master.key")));
        SealingProperties properties = new Binder(ConfigurationPropertySources.from(sources))
                .bind("throughline", SealingProperties.class)
                .get();
        assertThat(properties.masterKeyFile()).isEqualTo(Path.of("/run/keys/master.key"));
    }
}
