package care.throughline.infra;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Stands in for ports that are not wired yet, so that the application starts; each goes when the real one comes. */
@Configuration(proxyBeanMethods = false)
class StandInsConfiguration {

    @Bean
    @Fallback
    Names codesAsNames() {
        return new Names() {
            @Override
            public String facility(FacilityCode code) {
                return code.value();
            }

            @Override
            public String staff(StaffId account) {
                return account.value();
            }

            @Override
            public List<StaffId> coordinators() {
                return List.of();
            }
        };
    }
}
